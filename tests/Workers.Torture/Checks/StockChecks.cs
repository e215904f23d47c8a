using Workers.Torture.Trade;

namespace Workers.Torture.Checks;

/// <summary>Group 1: orders and stock.</summary>
internal static class StockChecks
{
    public static IEnumerable<Check> Of(Books books, Findings findings)
    {
        var orders = books.Orders.Values;
        yield return new(
            "every order ended in a state that some serial order of its events gives",
            [.. orders.Where(order => !StatesOf(order).Contains(StateOf(order, findings))).Select(order =>
                $"{order.OrderId} ({order.Band}) is {StateOf(order, findings) ?? "nowhere"}, not {string.Join(" or ", StatesOf(order))}")],
            string.Join(", ", findings.Reservations.Values.CountBy(row => row.State).OrderBy(state => state.Key).Select(state => $"{state.Value} {state.Key}")));
        yield return new(
            "no reservation is of an order that nobody placed, and each holds its order's lines",
            [.. findings.Reservations.Where(row => !IsOfItsOrder(row.Key, row.Value, books)).Select(row => row.Key)],
            $"{findings.Reservations.Count} reservations");
        yield return new(
            "an order of products whose stock only falls was rejected only if one of them ended short of it",
            [.. orders.Where(order => order.Band is Band.Steady && StateOf(order, findings) is "Rejected")
                .Where(order => order.Lines.All(line => findings.Stock[line.Key].Available >= line.Value))
                .Select(order => order.OrderId)],
            $"{orders.Count(order => order.Band is Band.Steady)} orders");
        yield return new(
            "available is never below zero",
            [.. findings.Stock.Where(row => row.Value.Available < 0).Select(row => $"{row.Key}: {row.Value.Available}")],
            $"{findings.Stock.Count} products");
        yield return new(
            "available + reserved is what was put in",
            [.. books.Units.Where(product => Held(product.Key, findings) != product.Sum())
                .Select(product => $"{product.Key}: {Held(product.Key, findings)}, not {product.Sum()}")],
            $"{books.StockUpdates.Count} stockings and restocks");
        var reserved = ReservedUnits(findings);
        yield return new(
            "the reservations in state Reserved add up to reserved",
            [.. findings.Stock.Where(row => row.Value.Reserved != reserved.GetValueOrDefault(row.Key))
                .Select(row => $"{row.Key}: {row.Value.Reserved}, not {reserved.GetValueOrDefault(row.Key)}")],
            $"{reserved.Values.Sum()} units");
    }

    private static string? StateOf(Order order, Findings findings) => findings.Reservations.GetValueOrDefault(order.OrderId).State;

    private static string[] StatesOf(Order order) => (order.Band, order.CancelledBy) switch
    {
        (Band.Unknown, _) => ["Rejected"],
        (Band.Plentiful, null) => ["Reserved"],
        (Band.Plentiful, _) => ["Released", "Cancelled"],
        (_, null) => ["Reserved", "Rejected"],
        _ => ["Released", "Cancelled", "Rejected"],
    };

    private static bool IsOfItsOrder(string orderId, (string State, Dictionary<string, int> Lines) row, Books books) =>
        books.Orders.TryGetValue(orderId, out var order)
        && (row.State == "Cancelled" || row.Lines.OrderBy(line => line.Key).SequenceEqual(order.Lines.OrderBy(line => line.Key)));

    private static long Held(string productId, Findings findings) =>
        findings.Stock.TryGetValue(productId, out var row) ? row.Available + row.Reserved : 0;

    private static Dictionary<string, int> ReservedUnits(Findings findings) => findings.Reservations.Values
        .Where(row => row.State == "Reserved")
        .SelectMany(row => row.Lines)
        .GroupBy(line => line.Key)
        .ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Value));
}
