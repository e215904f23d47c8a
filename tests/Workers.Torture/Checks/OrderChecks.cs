using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.OrderHistory;
using Workers.Torture.Trade;
using Order = Workers.Torture.Trade.Order;

namespace Workers.Torture.Checks;

/// <summary>Orders and their histories.</summary>
internal static class OrderChecks
{
    public static IEnumerable<Check> Of(Books books, Findings findings)
    {
        var orders = books.Orders.Values;
        yield return new(
            "every order came to an end",
            [.. orders.Where(order => findings.Orders.GetValueOrDefault(order.OrderId) is not { HasEnded: true })
                .Select(order => $"{order.OrderId} is {findings.Orders.GetValueOrDefault(order.OrderId)?.Status?.ToString() ?? "nowhere"}")],
            string.Join(", ", findings.Orders.Values.CountBy(order => EndOf(order)).OrderBy(end => end.Key).Select(end => $"{end.Value} {end.Key}")));
        yield return new(
            "every order ended as its customer, its products and its address allow",
            [.. orders.Where(order => findings.Orders.TryGetValue(order.OrderId, out var kept) && kept.HasEnded && !MayEnd(order, kept))
                .Select(order => $"{order.OrderId} ({order.Band}, {order.CustomerId}, {order.ShippingAddress}) is {EndOf(findings.Orders[order.OrderId])}")],
            $"{orders.Count()} orders");
        yield return new(
            "no history has a gap or a double, and every order is what its history says",
            [.. findings.Histories.Where(history => !IsWhatItSays(history.Key, history.Value, findings)).Select(history => history.Key),
                .. findings.Orders.Keys.Except(findings.Histories.Keys)],
            $"{findings.Histories.Values.Sum(history => history.Count)} entries of {findings.Histories.Count} orders");
        yield return new(
            "no fact waits for ever in an order",
            [.. findings.Orders.Values.Where(order => order.Pending.Count > 0).Select(order => order.OrderId)],
            $"{findings.Histories.Values.Sum(history => history.Count(entry => entry.Entry.Kind is EntryKind.Pending))} had waited");
    }

    private static string EndOf(OrderHistory.Order order) =>
        order.FailedStage is { } stage ? $"Failed at {stage}" : order.Status?.ToString() ?? "unknown";

    private static bool MayEnd(Order order, OrderHistory.Order kept) => (kept.Status, kept.FailedStage) switch
    {
        (OrderStatus.Cancelled, _) => order.CancelledBy is not null,
        (OrderStatus.Completed, _) => !order.IsDeclined && order.IsDeliverable && order.Band is not Band.Unknown,
        (_, OrderStage.Reservation or OrderStage.Payment) when order.IsOrchestrated => true,   // a step that is not answered in time fails it
        (_, OrderStage.Reservation) => order.Band is not Band.Plentiful,
        (_, OrderStage.Payment) => order.IsDeclined && order.Band is not Band.Unknown,
        (_, OrderStage.Shipping) => !order.IsDeclined && order.Band is not Band.Unknown,   // its time may have been over
        (_, OrderStage.Deadline) => true,
        _ => false,
    };

    private static bool IsWhatItSays(string orderId, IReadOnlyList<RecordedEntry> history, Findings findings) =>
        history.Index().All(entry => entry.Item.Entry.Version == entry.Index + 1)
        && findings.Snapshots.GetValueOrDefault(orderId) is { } snapshot
        && snapshot == new OrderJson(EventCatalog.Build()).Write(OrderFold.Fold(orderId, history.Select(entry => entry.Entry)));
}
