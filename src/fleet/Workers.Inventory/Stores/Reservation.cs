using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Columns = Workers.Contracts.Tables.ReservationColumns;

namespace Workers.Inventory.Stores;

/// <summary>A row of the <c>reservations</c> table: what became of one order.</summary>
/// <param name="OrderId">The row's key: one order, one row, however many events speak of it.</param>
/// <param name="State">What became of it.</param>
/// <param name="CustomerId">Who ordered; null in old rows of cancellations that did not say.</param>
/// <param name="Amount">What the order was worth; null where only its end is known.</param>
/// <param name="Items">The units per product; empty where only its end is known.</param>
/// <param name="OccurredAt">When the order was placed or, where only its end is known, ended.</param>
/// <param name="DecidedAt">When the message that made the row was first received.</param>
internal sealed record Reservation(
    string OrderId,
    ReservationState State,
    string? CustomerId,
    decimal? Amount,
    IReadOnlyList<OrderItem> Items,
    DateTimeOffset OccurredAt,
    DateTimeOffset DecidedAt)
{
    public static ItemKey Key(string orderId) => new(Topology.ReservationsTable, Columns.OrderId, orderId);

    /// <summary>What an order makes of a reservation that is not there yet.</summary>
    public static Reservation Of(EventMessage<OrderPlaced> message, ReservationState state) =>
        new(
            message.Detail.OrderId,
            state,
            message.Detail.CustomerId,
            message.Detail.Amount,
            message.Detail.Products,
            message.OccurredAt,
            message.Delivery.FirstReceivedAt);

    /// <summary>What its end makes of an order that has not come yet.</summary>
    public static Reservation Tombstone(string orderId, string customerId, DateTimeOffset endedAt, DateTimeOffset decidedAt) =>
        new(orderId, ReservationState.Cancelled, customerId, Amount: null, Items: [], endedAt, decidedAt);

    public static Reservation? Find(Items items, string orderId) =>
        items.Find(Key(orderId)) is { } item
            ? new Reservation(
                orderId,
                Enum.Parse<ReservationState>(item.Text(Columns.State)!),
                item.Text(Columns.CustomerId),
                item.Number(Columns.Amount),
                [.. item.List(Columns.Items).Select(ReadItem)],
                item.Time(Columns.OccurredAt)!.Value,
                item.Time(Columns.DecidedAt)!.Value)
            : null;

    /// <summary>
    /// Whether this is what became of the order, and not of another one under the same id. An end that came first is taken for the
    /// order's, unless it named another customer.
    /// </summary>
    public bool IsOf(OrderPlaced order) =>
        State is ReservationState.Cancelled
            ? CustomerId is null || CustomerId == order.CustomerId
            : CustomerId == order.CustomerId && Amount == order.Amount && OrderUnits.AreSame(Items, order.Products);

    /// <summary>Whether units are set aside for this customer.</summary>
    public bool IsHeldFor(string customerId) => State is ReservationState.Reserved && CustomerId == customerId;

    public Insert Create() =>
        Write.Insert(
            Key(OrderId),
            Item.Empty
                .With(Columns.State, State.ToString())
                .With(Columns.CustomerId, CustomerId)
                .With(Columns.Amount, Amount)
                .With(Columns.Items, [.. Items.Select(WriteItem)])
                .With(Columns.OccurredAt, OccurredAt)
                .With(Columns.DecidedAt, DecidedAt));

    /// <summary>Gives the reservation up, as long as it is held.</summary>
    public Update Release(DateTimeOffset at) => Leave(ReservationState.Released, Columns.ReleasedAt, at);

    /// <summary>Lets the reservation's units go out, as long as it is held.</summary>
    public Update Ship(DateTimeOffset at) => Leave(ReservationState.Shipped, Columns.ShippedAt, at);

    private Update Leave(ReservationState state, string time, DateTimeOffset at) =>
        Write.Update(Key(OrderId))
            .Set(Columns.State, state.ToString())
            .Set(time, at)
            .When(Condition.Is(Columns.State, nameof(ReservationState.Reserved)));

    private static Item WriteItem(OrderItem item) =>
        Item.Empty
            .With(Columns.LineProductId, item.ProductId)
            .With(Columns.LineQuantity, item.Quantity)
            .With(Columns.LinePrice, item.Price)
            .With(Columns.LineName, item.Name);

    private static OrderItem ReadItem(Item item) =>
        new(
            item.Text(Columns.LineProductId)!,
            (int)item.Number(Columns.LineQuantity)!.Value,
            item.Number(Columns.LinePrice),
            item.Text(Columns.LineName));
}
