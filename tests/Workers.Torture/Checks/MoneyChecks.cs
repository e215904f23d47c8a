using Workers.Contracts.Events;
using Workers.Torture.Providers;
using Workers.Torture.Trade;

namespace Workers.Torture.Checks;

/// <summary>Money and parcels, by the ledger of those who moved them.</summary>
internal static class MoneyChecks
{
    public static IEnumerable<Check> Of(Books books, Findings findings, int kills)
    {
        var money = findings.Provided.Where(entry => entry.Kind is ProviderKind.Charge or ProviderKind.Refund).ToLookup(entry => entry.OrderId);
        var parcels = findings.Provided.Where(entry => entry.Kind is ProviderKind.Shipment).ToLookup(entry => entry.OrderId);
        yield return new(
            "the provider kept an order's amount where the order is completed, and nothing else",
            [.. books.Orders.Values.Where(order => Kept(money[order.OrderId]) != (IsCompleted(order.OrderId, findings) ? order.Amount : 0))
                .Select(order => $"{order.OrderId} is {findings.Orders.GetValueOrDefault(order.OrderId)?.Status}, kept {Kept(money[order.OrderId])} of {order.Amount}")],
            $"{money.Count} orders charged, {findings.Provided.Count(entry => entry.Kind is ProviderKind.Refund)} refunded, {findings.Provided.Count(entry => entry.Kind is ProviderKind.Decline)} declined; the providers were killed {kills} times");
        yield return new(
            "no order was charged or refunded twice, and no key was used twice",
            [.. money.SelectMany(entries => entries.GroupBy(entry => entry.Kind)).Where(entries => entries.Count() > 1)
                .Select(entries => $"{entries.First().OrderId}: {entries.Count()} times {entries.Key}"),
                .. findings.Provided.CountBy(entry => entry.Key).Where(key => key.Value > 1).Select(key => key.Key)],
            $"{findings.Provided.Count} keys");
        yield return new(
            "what payments says of an order is what the provider's ledger says",
            [.. books.Orders.Keys.Where(orderId => !Agree(findings.Payments.GetValueOrDefault(orderId), [.. money[orderId]]))
                .Select(orderId => $"{orderId} is {findings.Payments.GetValueOrDefault(orderId) ?? "nowhere"}, the ledger has {string.Join(", ", money[orderId].Select(entry => entry.Kind))}")],
            string.Join(", ", findings.Payments.Values.CountBy(state => state).OrderBy(state => state.Key).Select(state => $"{state.Value} {state.Key}")));
        yield return new(
            "a carrier has one shipment of each completed order, and no other",
            [.. books.Orders.Keys.Where(orderId => parcels[orderId].Count() != (IsCompleted(orderId, findings) ? 1 : 0))
                .Select(orderId => $"{orderId} is {findings.Orders.GetValueOrDefault(orderId)?.Status}, {parcels[orderId].Count()} shipments")],
            string.Join(", ", findings.Shipments.Values.CountBy(state => state).OrderBy(state => state.Key).Select(state => $"{state.Value} {state.Key}")));
    }

    private static bool IsCompleted(string orderId, Findings findings) =>
        findings.Orders.GetValueOrDefault(orderId) is { Status: OrderStatus.Completed };

    private static decimal Kept(IEnumerable<ProviderEntry> entries) =>
        entries.Sum(entry => entry.Kind is ProviderKind.Charge ? entry.Amount : -entry.Amount);

    private static bool Agree(string? state, IReadOnlyList<ProviderEntry> entries) => state switch
    {
        "Charged" => entries is [{ Kind: ProviderKind.Charge }],
        "Refunded" => entries is [{ Kind: ProviderKind.Charge }, { Kind: ProviderKind.Refund }],
        _ => entries is [],
    };
}
