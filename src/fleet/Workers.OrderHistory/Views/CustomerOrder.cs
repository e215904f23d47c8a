using Amazon.DynamoDBv2.Model;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Events;
using Columns = Workers.Contracts.Tables.CustomerOrderColumns;

namespace Workers.OrderHistory.Views;

/// <summary>
/// What one event of the orders worker says for the list of a customer's orders. The event of the highest version is what the row shows,
/// in whatever order they come.
/// </summary>
/// <param name="CustomerId">Whose list.</param>
/// <param name="OrderId">Which order.</param>
/// <param name="Version">The order's version after the event.</param>
/// <param name="Status">What the event made of it.</param>
/// <param name="Amount">What it costs.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="UpdatedAt">The event's own time.</param>
public sealed record CustomerOrder(
    string CustomerId,
    string OrderId,
    int Version,
    OrderStatus Status,
    decimal Amount,
    DateTimeOffset PlacedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>Null for an event that changes nothing in the list.</summary>
    public static CustomerOrder? Of(IEventDetail detail) => detail switch
    {
        OrderRecorded it => new(it.CustomerId, it.OrderId, it.Version, OrderStatus.Placed, it.Amount, it.PlacedAt, it.PlacedAt),
        OrderPaid it => new(it.CustomerId, it.OrderId, it.Version, OrderStatus.Paid, it.Amount, it.PlacedAt, it.Timestamp),
        OrderCompleted it => new(it.CustomerId, it.OrderId, it.Version, OrderStatus.Completed, it.Amount, it.PlacedAt, it.Timestamp),
        OrderFailed it => new(it.CustomerId, it.OrderId, it.Version, OrderStatus.Failed, it.Amount, it.PlacedAt, it.Timestamp),
        OrderCancellationDecided it => new(it.CustomerId, it.OrderId, it.Version, OrderStatus.Cancelled, it.Amount, it.PlacedAt, it.Timestamp),
        _ => null,
    };

    /// <summary>The row's key in one generation.</summary>
    public ViewKey Key(string generation) =>
        new(CustomerOrderKey.OfCustomer(generation, CustomerId), CustomerOrderKey.OfOrder(PlacedAt, OrderId));

    /// <summary>The row's attributes beside its key.</summary>
    public IReadOnlyDictionary<string, AttributeValue> Attributes() => new Dictionary<string, AttributeValue>
    {
        [Columns.OrderId] = ViewValue.Of(OrderId),
        [Columns.Version] = ViewValue.Of(Version),
        [Columns.Status] = ViewValue.Of(Status.ToString()),
        [Columns.Amount] = ViewValue.Of(Amount),
        [Columns.PlacedAt] = ViewValue.Of(PlacedAt),
        [Columns.UpdatedAt] = ViewValue.Of(UpdatedAt),
    };
}
