namespace Workers.Contracts.Resources;

/// <summary>Names of the topology as C# has them.</summary>
internal static class CodeNames
{
    /// <summary>For example <c>OrderViews</c> for <c>order-views</c>.</summary>
    public static string Of(string name) =>
        string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
