using System.Globalization;
using Workers.Benchmarks.Effects;
using Workers.Contracts;
using Workers.Contracts.Events;

namespace Workers.Benchmarks.Saga;

/// <summary>An order that completes: three of a thousand products, plenty of each, a customer with money and an address.</summary>
internal static class SagaOrder
{
    private const int Lines = 3;
    private const decimal Price = 20m;   // three of them are no order of high value
    private const string IdPrefix = "ORD-SAGA-";

    public static IReadOnlyList<string> Products => Workload.SpreadOrders.Products;

    public static OrderPlaced Of(int number, DateTimeOffset at) => new(
        $"{IdPrefix}{number:x12}",
        $"CUST-{number % 100:000}",
        [.. Enumerable.Range(Lines * number, Lines).Select(line => new OrderItem(Products[line % Products.Count], 1, Price))],
        Amount: Lines * Price,
        ShippingAddress: "1 Market Street, Springfield",
        Timestamp: at);

    /// <summary>The same order by its id: where the textbook reads it from a row, only the read is of interest.</summary>
    public static OrderPlaced Find(string orderId, DateTimeOffset at) =>
        Of(int.Parse(orderId[IdPrefix.Length..], NumberStyles.HexNumber, CultureInfo.InvariantCulture), at);

    /// <summary>What the orders worker says of it when it is paid.</summary>
    public static OrderPaid Paid(OrderPlaced order, DateTimeOffset at) => new(
        order.OrderId,
        order.CustomerId,
        order.Amount,
        DerivedId.OfPayment(order.OrderId),
        order.Items,
        PlacedAt: at,
        Timestamp: at,
        Version: 4,
        order.ShippingAddress);

    /// <summary>The two messages that look at its deadlines, as their queue shows them in the end.</summary>
    public static IEnumerable<string> Deadlines(int number, DateTimeOffset at)
    {
        var order = Of(number, at);
        return [EventBodies.Body(order, 2 * number), EventBodies.Body(Paid(order, at), 2 * number + 1)];
    }
}
