using Workers.Contracts.Events;
using Workers.Engine.Handling;

namespace Workers.Inventory.Stores;

/// <summary>An order whose units are to be set aside, whoever asks for it.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Products">One line per product.</param>
/// <param name="Amount">What the customer owes.</param>
/// <param name="OccurredAt">When it was placed, or asked for.</param>
/// <param name="ReceivedAt">When the message that asks was first received.</param>
/// <param name="Fulfilment">How its steps are led; null: choreographed.</param>
internal sealed record OrderToReserve(
    string OrderId,
    string CustomerId,
    IReadOnlyList<OrderItem> Products,
    decimal Amount,
    DateTimeOffset OccurredAt,
    DateTimeOffset ReceivedAt,
    string? Fulfilment)
{
    public static OrderToReserve Of(EventMessage<OrderPlaced> message) => new(
        message.Detail.OrderId,
        message.Detail.CustomerId,
        message.Detail.Products,
        message.Detail.Amount,
        message.OccurredAt,
        message.Delivery.FirstReceivedAt,
        message.Metadata.Fulfilment);

    public static OrderToReserve Of(EventMessage<StockReservationRequested> message) => new(
        message.Detail.OrderId,
        message.Detail.CustomerId,
        message.Detail.Products,
        message.Detail.Amount,
        message.OccurredAt,
        message.Delivery.FirstReceivedAt,
        message.Metadata.Fulfilment);
}
