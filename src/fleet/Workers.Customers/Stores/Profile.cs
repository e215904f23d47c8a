using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Columns = Workers.Contracts.Tables.CustomerColumns;

namespace Workers.Customers.Stores;

/// <summary>
/// A row of the <c>customers</c> table. It begins with whatever is heard first of a customer, a registration or an order, and nothing that
/// it knows is ever taken back.
/// </summary>
internal sealed record Profile(
    string CustomerId,
    DateTimeOffset? RegisteredAt,
    DateTimeOffset? RemindedAt,
    string? FirstOrderId,
    DateTimeOffset? FirstOrderAt,
    bool HasOrdered)
{
    public static ItemKey Key(string customerId) => new(Topology.CustomersTable, Columns.CustomerId, customerId);

    /// <summary>The profile as it stands; one that knows nothing where there is no row.</summary>
    public static Profile Find(Items items, string customerId)
    {
        var row = items.Find(Key(customerId));
        return new(
            customerId,
            row?.Time(Columns.RegisteredAt),
            row?.Time(Columns.RemindedAt),
            row?.Text(Columns.FirstOrderId),
            row?.Time(Columns.FirstOrderAt),
            HasOrdered: row?.Number(Columns.OrdersPlaced) is not null || row?.Number(Columns.OrdersCompleted) is not null);
    }

    /// <summary>Registers the customer, on condition that nobody has.</summary>
    public Write Register(CustomerRegistered registered, DateTimeOffset welcomedAt) => Change()
        .Set(Columns.Email, registered.Email)
        .Set(Columns.Name, registered.Name)
        .Set(Columns.RegisteredAt, registered.RegisteredAt)
        .Set(Columns.WelcomedAt, welcomedAt)
        .Set(Columns.RemindAt, registered.RemindAt)
        .When(Condition.Is(Columns.RegisteredAt, (DateTimeOffset?)null));

    /// <summary>Counts an order, and remembers it where none is known that was placed before.</summary>
    public Write Place(string orderId, decimal amount, DateTimeOffset placedAt)
    {
        var counted = Change().Add(Columns.OrdersPlaced, 1).Add(Columns.PlacedValue, amount);
        return IsFirst(orderId, placedAt)
            ? counted
                .Set(Columns.FirstOrderId, orderId)
                .Set(Columns.FirstOrderAt, placedAt)
                .When(Condition.Is(Columns.FirstOrderId, FirstOrderId), Condition.Is(Columns.FirstOrderAt, FirstOrderAt))
            : counted;
    }

    /// <summary>Counts an order that has ended well.</summary>
    public Write Complete(decimal amount) => Change().Add(Columns.OrdersCompleted, 1).Add(Columns.CompletedValue, amount);

    /// <summary>Notes the reminder, on condition that there was none and that no order has come meanwhile.</summary>
    public Write Remind(DateTimeOffset at) => Change()
        .Set(Columns.RemindedAt, at)
        .When(
            Condition.Is(Columns.RemindedAt, (DateTimeOffset?)null),
            Condition.Is(Columns.OrdersPlaced, (string?)null),
            Condition.Is(Columns.OrdersCompleted, (string?)null));

    private bool IsFirst(string orderId, DateTimeOffset placedAt) =>
        FirstOrderAt is not { } first
        || placedAt < first
        || (placedAt == first && string.CompareOrdinal(orderId, FirstOrderId) < 0);

    private Update Change() => Write.Update(Key(CustomerId));
}
