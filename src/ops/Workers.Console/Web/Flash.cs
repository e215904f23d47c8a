using System.Text;

namespace Workers.Console.Web;

/// <summary>What an act answers on the page that comes after it: told once, by a cookie that the next page takes away.</summary>
internal static class Flash
{
    private const string Cookie = "console-done";
    private const int Longest = 600;

    public static void Write(HttpContext context, string text) => context.Response.Cookies.Append(
        Cookie,
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Length > Longest ? text[..Longest] : text)),
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromMinutes(1) });

    public static string? Read(HttpContext context)
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
        return Convert.TryFromBase64String(given, bytes, out var length) ? Encoding.UTF8.GetString(bytes[..length]) : null;
    }
}
