using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
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
/// <param name="Fulfilment">How the order's steps are led; null: choreographed.</param>
internal sealed record Reservation(
    string OrderId,
    ReservationState State,
    string? CustomerId,
    decimal? Amount,
    IReadOnlyList<OrderItem> Items,
    DateTimeOffset OccurredAt,
    DateTimeOffset DecidedAt,
    string? Fulfilment = null)
{
    /// <summary>What was short, where the order was rejected; null in old rows.</summary>
    public Shortage? Shortage { get; init; }

    /// <summary>When the units were given back, where they were.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    public static ItemKey Key(string orderId) => new(Topology.ReservationsTable, Columns.OrderId, orderId);

    /// <summary>What an order makes of a reservation that is not there yet.</summary>
    public static Reservation Of(OrderToReserve order, ReservationState state) =>
        new(order.OrderId, state, order.CustomerId, order.Amount, order.Products, order.OccurredAt, order.ReceivedAt, order.Fulfilment);

    /// <summary>What its end makes of an order that has not come yet.</summary>
    public static Reservation Tombstone(
        string orderId, string customerId, DateTimeOffset endedAt, DateTimeOffset decidedAt, string? fulfilment) =>
        new(orderId, ReservationState.Cancelled, customerId, Amount: null, Items: [], endedAt, decidedAt, fulfilment);

    public static Reservation? Find(Items items, string orderId) =>
        items.Find(Key(orderId)) is { } item
            ? new Reservation(
                orderId,
                Enum.Parse<ReservationState>(item.Text(Columns.State)!),
                item.Text(Columns.CustomerId),
                item.Number(Columns.Amount),
                [.. item.List(Columns.Items).Select(ReadItem)],
                item.Time(Columns.OccurredAt)!.Value,
                item.Time(Columns.DecidedAt)!.Value,
                item.Text(Columns.Fulfilment))
            {
                Shortage = Shortage.Find(item),
                ReleasedAt = item.Time(Columns.ReleasedAt),
            }
            : null;

    /// <summary>
    /// Whether this is what became of the order, and not of another one under the same id. An end that came first is taken for the
    /// order's, unless it named another customer.
    /// </summary>
    public bool IsOf(OrderToReserve order) =>
        State is ReservationState.Cancelled
            ? CustomerId is null || CustomerId == order.CustomerId
            : CustomerId == order.CustomerId && Amount == order.Amount && OrderUnits.AreSame(Items, order.Products);

    /// <summary>Whether units are set aside for this customer.</summary>
    public bool IsHeldFor(string customerId) => State is ReservationState.Reserved && CustomerId == customerId;

    /// <summary>Whether the state machine leads this customer's order to its end.</summary>
    public bool IsLedFor(string customerId) => Fulfilment == Contracts.Fulfilment.Orchestrated && CustomerId == customerId;

    public Insert Create() =>
        Write.Insert(
            Key(OrderId),
            Item.Empty
                .With(Columns.State, State.ToString())
                .With(Columns.CustomerId, CustomerId)
                .With(Columns.Amount, Amount)
                .With(Columns.Items, [.. Items.Select(WriteItem)])
                .With(Columns.OccurredAt, OccurredAt)
                .With(Columns.DecidedAt, DecidedAt)
                .With(Columns.Fulfilment, Fulfilment)
                .With(Columns.ShortProductId, Shortage?.ProductId)
                .With(Columns.ShortReason, Shortage?.Reason.ToString())
                .With(Columns.ShortRequested, Shortage?.Requested)
                .With(Columns.ShortAvailable, Shortage?.Available));

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

/// <summary>The first product, in line order, of which there was not enough.</summary>
/// <param name="ProductId">Which product.</param>
/// <param name="Reason">Why.</param>
/// <param name="Requested">The units that were ordered.</param>
/// <param name="Available">The units that there were.</param>
internal sealed record Shortage(string ProductId, ReservationFailure Reason, int Requested, int Available)
{
    public static Shortage? Find(Item item) =>
        item.Text(Columns.ShortProductId) is { } productId
            ? new(
                productId,
                Enum.Parse<ReservationFailure>(item.Text(Columns.ShortReason)!),
                (int)item.Number(Columns.ShortRequested)!.Value,
                (int)item.Number(Columns.ShortAvailable)!.Value)
            : null;
}
