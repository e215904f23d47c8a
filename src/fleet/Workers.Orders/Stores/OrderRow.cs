using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.OrderHistory;
using Columns = Workers.Contracts.Tables.OrderColumns;

namespace Workers.Orders.Stores;

/// <summary>A row of the <c>orders</c> table: an order folded up to its version, so that a decision reads one item.</summary>
internal sealed class OrderRow(OrderJson json)
{
    public static ItemKey Key(string orderId) => new(Topology.OrdersTable, Columns.OrderId, orderId);

    /// <summary>The order as it stands; one without a history where there is no row.</summary>
    public Order Find(Items items, string orderId) =>
        items.Find(Key(orderId)) is { } row ? json.Read(row.Text(Columns.Snapshot)!) : Order.None(orderId);

    /// <summary>Replaces the row, as long as the order is what the decision was made on.</summary>
    public Write Replace(Order before, Order after)
    {
        var key = Key(after.OrderId);
        return before.Version == 0
            ? Write.Insert(key, Item.Empty
                .With(Columns.Version, after.Version)
                .With(Columns.Status, after.Status?.ToString())
                .With(Columns.CustomerId, after.CustomerId)
                .With(Columns.Snapshot, json.Write(after)))
            : Write.Update(key)
                .Set(Columns.Version, after.Version)
                .Set(Columns.Status, after.Status?.ToString())
                .Set(Columns.CustomerId, after.CustomerId)
                .Set(Columns.Snapshot, json.Write(after))
                .When(Condition.Is(Columns.Version, before.Version));
    }
}
