using Workers.Contracts.Events;
using Workers.Torture.Trade;

namespace Workers.Torture.Checks;

/// <summary>Reservations and stock.</summary>
internal static class StockChecks
{
    public static IEnumerable<Check> Of(Books books, Findings findings)
    {
        var orders = books.Orders.Values;
        yield return new(
            "every reservation is what its order's end calls for",
            [.. orders.Where(order => !StatesOf(findings.Orders.GetValueOrDefault(order.OrderId)).Contains(StateOf(order, findings))).Select(order =>
                $"{order.OrderId} ({order.Band}) is {StateOf(order, findings) ?? "nowhere"}, its order {findings.Orders.GetValueOrDefault(order.OrderId)?.Status}")],
            string.Join(", ", findings.Reservations.Values.CountBy(row => row.State).OrderBy(state => state.Key).Select(state => $"{state.Value} {state.Key}")));
        yield return new(
            "no reservation is of an order that nobody placed, and each holds its order's lines",
            [.. findings.Reservations.Where(row => !IsOfItsOrder(row.Key, row.Value, books)).Select(row => row.Key)],
            $"{findings.Reservations.Count} reservations");
        yield return new(
            "an order was rejected only where a product could be short of it",
            [.. orders.Where(order => order.Band is Band.Plentiful && StateOf(order, findings) is "Rejected").Select(order => order.OrderId)],
            $"{orders.Count(order => order.Band is Band.Plentiful)} orders of plentiful products");
        yield return new(
            "available is never below zero",
            [.. findings.Stock.Where(row => row.Value.Available < 0).Select(row => $"{row.Key}: {row.Value.Available}")],
            $"{findings.Stock.Count} products");
        yield return new(
            "available + reserved + shipped is what was put in",
            [.. books.Units.Where(product => findings.Stock.GetValueOrDefault(product.Key).All != product.Sum())
                .Select(product => $"{product.Key}: {findings.Stock.GetValueOrDefault(product.Key)}, not {product.Sum()}")],
            $"{books.StockUpdates.Count} stockings and restocks");
        var (reserved, shipped) = (UnitsIn("Reserved", findings), UnitsIn("Shipped", findings));
        yield return new(
            "the reservations in state Reserved and Shipped add up to reserved and shipped",
            [.. findings.Stock.Where(row => (row.Value.Reserved, row.Value.Shipped) != (reserved.GetValueOrDefault(row.Key), shipped.GetValueOrDefault(row.Key)))
                .Select(row => $"{row.Key}: {row.Value}, not {reserved.GetValueOrDefault(row.Key)} and {shipped.GetValueOrDefault(row.Key)}")],
            $"{reserved.Values.Sum()} and {shipped.Values.Sum()} units");
    }

    private static string? StateOf(Order order, Findings findings) => findings.Reservations.GetValueOrDefault(order.OrderId).State;

    private static string[] StatesOf(OrderHistory.Order? order) => (order?.Status, order?.FailedStage) switch
    {
        (OrderStatus.Completed, _) => ["Shipped"],
        (_, OrderStage.Reservation) => ["Rejected"],
        (_, OrderStage.Payment or OrderStage.Shipping) => ["Released"],
        _ => ["Released", "Cancelled", "Rejected"],
    };

    private static bool IsOfItsOrder(string orderId, (string State, Dictionary<string, int> Lines) row, Books books) =>
        books.Orders.TryGetValue(orderId, out var order)
        && (row.State == "Cancelled" || row.Lines.OrderBy(line => line.Key).SequenceEqual(order.Lines.OrderBy(line => line.Key)));

    private static Dictionary<string, int> UnitsIn(string state, Findings findings) => findings.Reservations.Values
        .Where(row => row.State == state)
        .SelectMany(row => row.Lines)
        .GroupBy(line => line.Key)
        .ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Value));
}
