using System.Text;

namespace Workers.Console.Web;

/// <summary>What an act answers on the page that comes after it: told once, by a cookie that the next page takes away.</summary>
/// <param name="Text">What became of it.</param>
/// <param name="IsBad">Whether it was not done, or not wholly.</param>
internal sealed record Flash(string Text, bool IsBad)
{
    private const string Cookie = "console-done";
    private const char Bad = '!';
    private const char Good = '.';
    private const int Longest = 600;

    public void Write(HttpContext context) => context.Response.Cookies.Append(
        Cookie,
        Convert.ToBase64String(Encoding.UTF8.GetBytes((IsBad ? Bad : Good) + (Text.Length > Longest ? Text[..Longest] : Text))),
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromMinutes(1) });

    public static Flash? Read(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } given)
        {
            return null;
        }

        if (!context.Response.HasStarted)
        {
            context.Response.Cookies.Delete(Cookie);
        }

        Span<byte> bytes = stackalloc byte[4 * Longest];
        return Convert.TryFromBase64String(given, bytes, out var length) && length > 0
            ? new(Encoding.UTF8.GetString(bytes[1..length]), bytes[0] == Bad)
            : null;
    }
}
