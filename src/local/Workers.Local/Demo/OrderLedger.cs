using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Events.Reading;
using Workers.OrderHistory;
using Workers.Partners;
using Workers.Payments.Providers;

namespace Workers.Local.Demo;

/// <summary>Orders, their histories, the provider's money and the carrier's parcels, held against each other.</summary>
internal sealed class OrderLedger(EventRegistry registry, KeyedLedger<LedgerEntry> provider)
{
    private readonly OrderJson _json = new(registry);

    /// <summary>How many charges the provider has given back.</summary>
    public int Refunds => provider.Entries.Count(entry => entry.Kind is LedgerKind.Refund);

    public async Task<IReadOnlyDictionary<string, decimal>> FiguresAsync(DemoAws aws, CancellationToken cancellationToken)
    {
        var orders = (await aws.ScanAsync(Topology.OrdersTable, cancellationToken))
            .Select(row => _json.Read(row[OrderColumns.Snapshot].S))
            .ToDictionary(order => order.OrderId);
        var histories = (await aws.ScanAsync(Topology.OrderEventsTable, cancellationToken)).GroupBy(row => row[OrderEventColumns.OrderId].S);
        var shipped = (await aws.ScanAsync(Topology.ShipmentsTable, cancellationToken))
            .Where(row => row[ShipmentColumns.State].S == "Created")
            .Select(row => row[ShipmentColumns.OrderId].S)
            .ToHashSet();
        var kept = provider.Entries.GroupBy(entry => entry.OrderId).ToDictionary(entries => entries.Key, Kept);

        var figures = orders.Values.CountBy(EndingOf).ToDictionary(ending => $"orders: {ending.Key}", ending => (decimal)ending.Value);
        figures[Figure.Histories] = histories.Count(history => IsWhatItSays(orders.GetValueOrDefault(history.Key), history));
        figures[Figure.MoneyKept] = kept.Values.Sum();
        figures[Figure.MoneyAstray] = orders.Values.Count(order => kept.GetValueOrDefault(order.OrderId) != Owed(order));
        figures[Figure.ChargedTwice] = provider.Entries
            .GroupBy(entry => (entry.OrderId, entry.Kind is LedgerKind.Refund))
            .Count(entries => entries.Count() > 1);
        figures[Figure.Shipments] = shipped.Count;
        figures[Figure.ShipmentsAstray] = orders.Values.Count(order => shipped.Contains(order.OrderId) != order.Status is OrderStatus.Completed);
        return figures;
    }

    private bool IsWhatItSays(Order? order, IEnumerable<Dictionary<string, AttributeValue>> history) =>
        order is not null
        && _json.Write(order) == _json.Write(OrderFold.Fold(
            order.OrderId, history.Select(row => RecordedEntry.Read(row, registry).Entry).OrderBy(entry => entry.Version)));

    private static decimal Owed(Order order) => order.Status is OrderStatus.Completed ? order.Amount : 0;

    private static decimal Kept(IEnumerable<LedgerEntry> entries) => entries.Sum(entry => entry.Kind switch
    {
        LedgerKind.Charge => entry.Amount,
        LedgerKind.Refund => -entry.Amount,
        _ => 0,
    });

    private static string EndingOf(Order order) => order.FailedStage is { } stage ? $"FailedAt{stage}" : $"{order.Status}";
}
