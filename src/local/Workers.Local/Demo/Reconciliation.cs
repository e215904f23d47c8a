namespace Workers.Local.Demo;

/// <summary>Holds the fleet's figures against the books.</summary>
internal static class Reconciliation
{
    /// <summary>
    /// A check for every figure that either side knows: what only one of them has, is zero on the other. Of duplicates there may
    /// be more than the demo made: on a machine under load, SQS shows some messages twice.
    /// </summary>
    public static IReadOnlyList<Check> Of(
        IReadOnlyDictionary<string, decimal> books,
        IReadOnlyDictionary<string, decimal> findings) =>
    [
        .. books.Keys.Union(findings.Keys)
            .Order(StringComparer.Ordinal)
            .Select(figure => new Check(
                figure, books.GetValueOrDefault(figure), findings.GetValueOrDefault(figure), AtLeast: figure == Figure.Duplicates)),
    ];
}
