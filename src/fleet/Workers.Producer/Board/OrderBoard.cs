using System.Text.Json.Serialization;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Producer.Analytics;

namespace Workers.Producer.Board;

/// <summary>How many orders came to which stage in a range. It trails what happened by the moments that the orders worker needs.</summary>
/// <param name="From">The first instant in it.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Totals">What happened in all of it.</param>
/// <param name="Series">What happened in each whole day, and in each hour of the rest, oldest first.</param>
internal sealed record OrderBoard(
    DateTimeOffset From, DateTimeOffset To, OrderBoard.Figures Totals, IReadOnlyList<OrderBoard.Point> Series)
{
    public static OrderBoard Of(TimeRange range, IReadOnlyList<BoardPart> parts) => new(
        range.From,
        range.To,
        Figures.Of([.. parts.Select(part => part.Values)]),
        [.. parts.Select(part => new Point(part.Range.From, part.Range.To, Figures.Of([part.Values])))]);

    /// <summary>What happened in a part of the range.</summary>
    /// <param name="From">The first instant in it.</param>
    /// <param name="To">The first instant after it.</param>
    /// <param name="Figures">What happened.</param>
    internal sealed record Point(DateTimeOffset From, DateTimeOffset To, Figures Figures);

    /// <summary>Each order is counted when it comes to a stage: what was placed yesterday may be completed today.</summary>
    /// <param name="Placed">Orders placed.</param>
    /// <param name="Paid">Orders paid.</param>
    /// <param name="Completed">Orders completed.</param>
    /// <param name="Cancelled">Orders cancelled.</param>
    /// <param name="Failed">Orders failed.</param>
    /// <param name="FailedByStage">Orders failed, by the stage.</param>
    /// <param name="MeanSecondsToShip">From placed to shipped, of the orders completed; absent where there are none.</param>
    internal sealed record Figures(
        long Placed,
        long Paid,
        long Completed,
        long Cancelled,
        long Failed,
        IReadOnlyDictionary<string, long> FailedByStage,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? MeanSecondsToShip)
    {
        private const int Milliseconds = 3;

        public static Figures Of(IReadOnlyList<IReadOnlyDictionary<string, decimal>> parts)
        {
            decimal Sum(string metric) => parts.Sum(part => part.GetValueOrDefault(metric));

            var failed = Enum.GetValues<OrderStage>().ToDictionary(stage => $"{stage}", stage => (long)Sum(OrderBoardMetric.Failed(stage)));
            var completed = Sum(OrderBoardMetric.Completed);
            return new(
                (long)Sum(OrderBoardMetric.Placed),
                (long)Sum(OrderBoardMetric.Paid),
                (long)completed,
                (long)Sum(OrderBoardMetric.Cancelled),
                failed.Values.Sum(),
                failed,
                completed == 0 ? null : decimal.Round(Sum(OrderBoardMetric.ShippedSeconds) / completed, Milliseconds));
        }
    }
}
