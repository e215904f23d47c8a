using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.OrderHistory.Views;
using Columns = Workers.Contracts.Tables.CustomerOrderColumns;

namespace Workers.Orders.Views;

/// <summary>Shows an order in its customer's list as the event left it, unless the row is of that version or a higher one already.</summary>
internal sealed class CustomerOrdersHandler<TEvent> : IDecide<TEvent>
    where TEvent : class, IEventDetail
{
    public IEnumerable<ItemKey> Reads(TEvent detail)
    {
        var order = CustomerOrder.Of(detail)!;
        return [ViewRow.Key(ViewNames.CustomerOrders), .. ViewState.Generations.Select(generation => Key(order, generation))];
    }

    public Decision Decide(EventMessage<TEvent> message, Items items)
    {
        var order = CustomerOrder.Of(message.Detail)!;
        var writes = ViewRow.Find(items, ViewNames.CustomerOrders).Targets.Select(generation => Show(order, Key(order, generation), items));
        return Decision.Commit([.. writes.OfType<Write>()]);
    }

    private static ItemKey Key(CustomerOrder order, string generation)
    {
        var (partition, sort) = order.Key(generation);
        return new(Topology.CustomerOrdersTable, Columns.Customer, partition, Columns.Order, sort);
    }

    private static Update? Show(CustomerOrder order, ItemKey key, Items items)
    {
        var shown = items.Find(key)?.Number(Columns.Version);
        return shown >= order.Version
            ? null
            : order.Attributes()
                .Aggregate(Write.Update(key), (update, attribute) => update.Set(attribute.Key, attribute.Value))
                .When(shown is { } version ? Condition.Is(Columns.Version, version) : Condition.ItemAbsent);
    }
}
