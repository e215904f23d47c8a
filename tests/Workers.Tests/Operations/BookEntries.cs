using Amazon.DynamoDBv2.Model;
using Workers.Contracts.Events;
using Workers.Operations.Books;
using Workers.OrderHistory;

namespace Workers.Tests.Operations;

/// <summary>An order in the tables, as a spec wants it.</summary>
internal static class BookEntries
{
    public static readonly DateTimeOffset Then = FakeTime.Start;

    public static BookEntry Of(OrderStatus? status, string? payment, string? shipment, string? reservation) => new(
        "ORD-1",
        status is null ? null : new Order
        {
            OrderId = "ORD-1",
            Status = status,
            PlacedAt = Then,
            ReservedAt = status is OrderStatus.Placed ? null : Then,
            PaidAt = status is OrderStatus.Paid or OrderStatus.Completed ? Then : null,
            EndedAt = status is OrderStatus.Completed or OrderStatus.Failed or OrderStatus.Cancelled ? Then : null,
        },
        Row(payment),
        Row(shipment),
        Row(reservation));

    private static Dictionary<string, AttributeValue>? Row(string? state) =>
        state is null ? null : new() { ["state"] = new(state), ["decidedAt"] = new("2026-01-15T10:00:00.0000000Z") };
}
