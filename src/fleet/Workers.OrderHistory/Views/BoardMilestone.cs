using Amazon.DynamoDBv2.Model;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Events;

namespace Workers.OrderHistory.Views;

/// <summary>
/// What one event of the orders worker adds to the board: a milestone of its order, counted once per generation in the minute and on the
/// day on which it happened.
/// </summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Name">The attribute by which the order's own row says that this was counted.</param>
/// <param name="At">The event's own time.</param>
/// <param name="Adds">How much to which metric.</param>
public sealed record BoardMilestone(string OrderId, string Name, DateTimeOffset At, IReadOnlyList<BoardAddition> Adds)
{
    private const string Failed = "failed";

    /// <summary>Null for an event that the board does not count.</summary>
    public static BoardMilestone? Of(IEventDetail detail) => detail switch
    {
        OrderRecorded it => new(it.OrderId, OrderBoardMetric.Placed, it.PlacedAt, [new(OrderBoardMetric.Placed, 1)]),
        OrderPaid it => new(it.OrderId, OrderBoardMetric.Paid, it.Timestamp, [new(OrderBoardMetric.Paid, 1)]),
        OrderCompleted it => new(
            it.OrderId,
            OrderBoardMetric.Completed,
            it.Timestamp,
            [new(OrderBoardMetric.Completed, 1), new(OrderBoardMetric.ShippedSeconds, it.Elapsed)]),
        OrderFailed it => new(it.OrderId, Failed, it.Timestamp, [new(OrderBoardMetric.Failed(it.Stage), 1)]),
        OrderCancellationDecided it => new(it.OrderId, OrderBoardMetric.Cancelled, it.Timestamp, [new(OrderBoardMetric.Cancelled, 1)]),
        _ => null,
    };

    /// <summary>The key of the row that says what of an order was counted.</summary>
    public ViewKey OrderKey(string generation) => new(OrderBoardBucket.OfOrder(generation, OrderId), OrderBoardMetric.Counted);

    /// <summary>What the order's row keeps of the milestone.</summary>
    public AttributeValue Mark() => ViewValue.Of(At);

    /// <summary>The counters that go up, and by how much.</summary>
    public IEnumerable<(ViewKey Key, decimal Value)> Counters(string generation) => Adds.SelectMany(add => ((ViewKey, decimal)[])
    [
        (new(OrderBoardBucket.OfHour(generation, At), OrderBoardBucket.OfMinute(At, add.Metric)), add.Value),
        (new(OrderBoardBucket.OfDay(generation, At), add.Metric), add.Value),
    ]);
}

/// <summary>An addition to one metric of the board.</summary>
/// <param name="Metric">Which, of <see cref="OrderBoardMetric"/>.</param>
/// <param name="Value">How much.</param>
public sealed record BoardAddition(string Metric, decimal Value);
