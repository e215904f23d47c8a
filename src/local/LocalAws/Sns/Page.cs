using System.Text;

namespace LocalAws.Sns;

/// <summary>A part of a list, at most 100 elements, and where the next part begins.</summary>
/// <param name="Items">The part.</param>
/// <param name="NextToken">What to send to get the next part; null after the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken)
{
    private const int Longest = 100;

    /// <summary>The part that follows a token, which is the last key before it, so that changes in between do not matter.</summary>
    /// <param name="list">The elements in the order of their keys.</param>
    /// <param name="key">An element's key.</param>
    /// <param name="token">The token; null for the first part.</param>
    public static Page<T> Of(IEnumerable<T> list, Func<T, string> key, string? token)
    {
        var last = string.IsNullOrEmpty(token) ? null : Decode(token);
        var items = list.Where(item => last is null || string.CompareOrdinal(key(item), last) > 0).Take(Longest + 1).ToList();
        return items.Count <= Longest ? new(items, null) : new(items[..Longest], Encode(key(items[Longest - 1])));
    }

    private static string Encode(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key));

    private static string Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw SnsErrors.InvalidParameter("NextToken");
        }
    }
}
