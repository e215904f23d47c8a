using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.OrderHistory.Views;
using Columns = Workers.Contracts.Tables.OrderBoardColumns;

namespace Workers.Orders.Views;

/// <summary>Counts a milestone of an order on the board, unless the order's own row says that it was counted in that generation.</summary>
internal sealed class OrderBoardHandler<TEvent> : IDecide<TEvent>
    where TEvent : class, IEventDetail
{
    public IEnumerable<ItemKey> Reads(TEvent detail)
    {
        var milestone = BoardMilestone.Of(detail)!;
        return [ViewRow.Key(ViewNames.OrderBoard), .. ViewState.Generations.Select(generation => Key(milestone.OrderKey(generation)))];
    }

    public Decision Decide(EventMessage<TEvent> message, Items items)
    {
        var milestone = BoardMilestone.Of(message.Detail)!;
        var targets = ViewRow.Find(items, ViewNames.OrderBoard).Targets;
        return Decision.Commit([.. targets.SelectMany(generation => Count(milestone, generation, items))]);
    }

    private static IEnumerable<Write> Count(BoardMilestone milestone, string generation, Items items)
    {
        var order = Key(milestone.OrderKey(generation));
        return items.Find(order)?.Text(milestone.Name) is not null
            ? []
            :
            [
                Write.Update(order).Set(milestone.Name, milestone.Mark()).When(Condition.Is(milestone.Name, (string?)null)),
                .. milestone.Counters(generation).Select(counter => Write.Update(Key(counter.Key)).Add(Columns.Value, counter.Value)),
            ];
    }

    private static ItemKey Key(ViewKey key) =>
        new(Topology.OrderBoardTable, Columns.Bucket, key.Partition, Columns.Metric, key.Sort);
}
