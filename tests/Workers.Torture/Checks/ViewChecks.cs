using Amazon.DynamoDBv2.Model;
using Workers.Contracts.Tables;
using Workers.OrderHistory;
using Workers.OrderHistory.Views;

namespace Workers.Torture.Checks;

/// <summary>The read models are what their projection makes of the histories.</summary>
internal static class ViewChecks
{
    private const string Generation = "a";

    public static IEnumerable<Check> Of(Findings findings)
    {
        var decided = findings.Histories.Values.SelectMany(history => history)
            .Where(entry => entry.Entry.Kind is EntryKind.Decided)
            .Select(entry => entry.Entry.Detail)
            .ToList();
        var rows = decided.Select(CustomerOrder.Of).OfType<CustomerOrder>()
            .GroupBy(order => order.OrderId, (_, versions) => versions.MaxBy(order => order.Version)!)
            .Select(order => Text(order.Key(Generation), order.Attributes()))
            .ToHashSet();
        var found = findings.CustomerOrders.Select(TextOfRow).ToHashSet();
        yield return new(
            "the list of orders is the projection of their histories", [.. Differences(rows, found)], $"{found.Count} rows");

        var counters = decided.Select(BoardMilestone.Of).OfType<BoardMilestone>()
            .SelectMany(milestone => milestone.Counters(Generation))
            .GroupBy(counter => counter.Key, counter => counter.Value)
            .Select(counter => $"{counter.Key.Partition} {counter.Key.Sort} = {counter.Sum():0.###}")
            .ToHashSet();
        var board = findings.Board.Where(row => row[OrderBoardColumns.Metric].S != OrderBoardMetric.Counted)
            .Select(row => $"{row[OrderBoardColumns.Bucket].S} {row[OrderBoardColumns.Metric].S} = {Findings.Number(row, OrderBoardColumns.Value):0.###}")
            .ToHashSet();
        yield return new("the board is the projection of the histories", [.. Differences(counters, board)], $"{board.Count} counters");
    }

    private static string TextOfRow(Dictionary<string, AttributeValue> row) => Text(
        new(row[CustomerOrderColumns.Customer].S, row[CustomerOrderColumns.Order].S),
        row.Where(attribute => attribute.Key is not (CustomerOrderColumns.Customer or CustomerOrderColumns.Order)).ToDictionary());

    private static string Text(ViewKey key, IReadOnlyDictionary<string, AttributeValue> attributes) =>
        $"{key.Partition} {key.Sort} {string.Join(", ", attributes.OrderBy(attribute => attribute.Key).Select(attribute => $"{attribute.Key} {attribute.Value.S ?? attribute.Value.N}"))}";

    private static IEnumerable<string> Differences(HashSet<string> expected, HashSet<string> found) =>
        [.. expected.Except(found).Select(row => $"missing {row}"), .. found.Except(expected).Select(row => $"unexpected {row}")];
}
