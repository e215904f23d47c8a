using System.Text;

namespace LocalAws.EventBridge.Lists;

/// <summary>A part of a list, and where the next part begins.</summary>
/// <param name="Items">The part.</param>
/// <param name="NextToken">What to send to get the next part; null after the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken)
    where T : INamed
{
    private const int Longest = 100;

    /// <summary>
    /// The part of a list, in the order of names, that a request asks for. The token is the last name, so that changes in
    /// between do not matter.
    /// </summary>
    public static Page<T> Of(IEnumerable<T> list, ListRequest request)
    {
        var limit = request.Limit ?? Longest;
        var rest = list.Where(item => item.Name.StartsWith(request.NamePrefix ?? "", StringComparison.Ordinal));
        if (request.NextToken is not null)
        {
            var last = Decode(request.NextToken);
            rest = rest.Where(item => string.CompareOrdinal(item.Name, last) > 0);
        }

        var items = rest.Take(limit + 1).ToList();
        return items.Count <= limit ? new(items, null) : new(items[..limit], Encode(items[limit - 1].Name));
    }

    private static string Encode(string name) => Convert.ToBase64String(Encoding.UTF8.GetBytes(name));

    private static string Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw EventBridgeErrors.Validation("Parameter NextToken is not valid.");
        }
    }
}
