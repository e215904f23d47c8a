using System.Text;

namespace LocalAws.Sqs.Operations;

/// <summary>One page of a listing by name, and the token of the next.</summary>
internal readonly record struct Page<T>(IReadOnlyList<T> Items, string? NextToken)
{
    private const int Most = 1_000;

    /// <param name="items">All items, in the order of their names.</param>
    /// <param name="name">What the token remembers.</param>
    /// <param name="most">How many the page may have; without it there is one page of a thousand, as on AWS.</param>
    /// <param name="token">The last page's token.</param>
    public static Page<T> Of(IEnumerable<T> items, Func<T, string> name, int? most, string? token)
    {
        if (most is < 1 or > Most)
        {
            throw SqsErrors.InvalidParameter("MaxResults", most, $"MaxResults must be an integer between 1 and {Most}.");
        }

        var last = token is null ? null : Decode(token);
        var rest = items.Where(item => last is null || string.CompareOrdinal(name(item), last) > 0).Take((most ?? Most) + 1).ToList();
        var page = rest.Take(most ?? Most).ToList();
        return new Page<T>(page, most is not null && rest.Count > page.Count ? Encode(name(page[^1])) : null);
    }

    private static string Encode(string name) => Convert.ToBase64String(Encoding.UTF8.GetBytes(name));

    private static string Decode(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var written)
            ? Encoding.UTF8.GetString(bytes, 0, written)
            : throw SqsErrors.InvalidParameter("NextToken", token, "It is no token of an earlier page.");
    }
}
