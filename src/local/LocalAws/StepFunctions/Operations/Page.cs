using System.Text;

namespace LocalAws.StepFunctions.Operations;

/// <summary>A part of a list, and where the next part begins.</summary>
/// <param name="Items">The part.</param>
/// <param name="NextToken">What to send to get the next part; null after the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);

/// <summary>Cuts lists into pages.</summary>
internal static class Pages
{
    private const int Usual = 100;

    /// <summary>
    /// The part of a sorted list that a request asks for. The token is the key of the last element, so that changes in between do
    /// not matter.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="key">An element's key.</param>
    /// <param name="maxResults">How many at most; null or 0 for a hundred.</param>
    /// <param name="nextToken">Where the part begins.</param>
    public static Page<T> Of<T>(IEnumerable<T> list, Func<T, string> key, int? maxResults, string? nextToken)
    {
        var count = maxResults is > 0 and var wanted ? wanted : Usual;
        var rest = nextToken is null ? list : After(list, key, Decode(nextToken));
        var items = rest.Take(count + 1).ToList();
        return items.Count <= count
            ? new(items, null)
            : new(items[..count], Convert.ToBase64String(Encoding.UTF8.GetBytes(key(items[count - 1]))));
    }

    private static IEnumerable<T> After<T>(IEnumerable<T> list, Func<T, string> key, string last)
    {
        var rest = list.SkipWhile(one => key(one) != last).ToList();
        return rest.Count > 0 ? rest.Skip(1) : throw StepFunctionsErrors.InvalidPage();
    }

    private static string Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw StepFunctionsErrors.InvalidPage();
        }
    }
}
