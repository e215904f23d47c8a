using Workers.Contracts.Events;
using Workers.Contracts.Tables;

namespace Workers.Console.Business;

/// <summary>What the company did in some time, by what the orders worker and the analytics worker counted.</summary>
/// <param name="Orders">By <see cref="OrderBoardMetric"/>.</param>
/// <param name="Counts">By <see cref="AnalyticsMetric"/>.</param>
/// <param name="Sums">What they add up to, as well.</param>
public sealed record Board(
    IReadOnlyDictionary<string, decimal> Orders, IReadOnlyDictionary<string, decimal> Counts, IReadOnlyDictionary<string, decimal> Sums)
{
    public long Placed => (long)Orders.GetValueOrDefault(OrderBoardMetric.Placed);

    public long Paid => (long)Orders.GetValueOrDefault(OrderBoardMetric.Paid);

    public long Completed => (long)Orders.GetValueOrDefault(OrderBoardMetric.Completed);

    public long Cancelled => (long)Orders.GetValueOrDefault(OrderBoardMetric.Cancelled);

    public long Failed => Enum.GetValues<OrderStage>().Sum(FailedAt);

    public long Reserved => (long)Counts.GetValueOrDefault(AnalyticsMetric.Reservations);

    public long Released => (long)Counts.GetValueOrDefault(AnalyticsMetric.Releases);

    public long RefundedOrders => (long)Counts.GetValueOrDefault(AnalyticsMetric.Refunded);

    public decimal Revenue => Sums.GetValueOrDefault(AnalyticsMetric.Orders);

    public decimal Charged => Sums.GetValueOrDefault(AnalyticsMetric.Paid);

    public decimal Refunded => Sums.GetValueOrDefault(AnalyticsMetric.Refunded);

    /// <summary>Orders that came to an end.</summary>
    public long Ended => Completed + Failed + Cancelled;

    /// <summary>Of the orders that ended, how many were completed; null where none ended.</summary>
    public double? CompletionRate => Ended > 0 ? (double)Completed / Ended : null;

    /// <summary>From placed to shipped, of the orders completed; null where there are none.</summary>
    public double? MeanSecondsToShip =>
        Completed > 0 ? (double)(Orders.GetValueOrDefault(OrderBoardMetric.ShippedSeconds) / Completed) : null;

    public long FailedAt(OrderStage stage) => (long)Orders.GetValueOrDefault(OrderBoardMetric.Failed(stage));

    public static Board Sum(IReadOnlyList<Board> boards) => new(
        Sum(boards.Select(board => board.Orders)), Sum(boards.Select(board => board.Counts)), Sum(boards.Select(board => board.Sums)));

    private static Dictionary<string, decimal> Sum(IEnumerable<IReadOnlyDictionary<string, decimal>> parts) =>
        parts.SelectMany(part => part).GroupBy(value => value.Key).ToDictionary(value => value.Key, value => value.Sum(one => one.Value));
}
