using System.Diagnostics.Metrics;
using Workers.Contracts.Events;

namespace Workers.Orders;

/// <summary>
/// The orders worker's instruments, on the meter <c>Workers.Orders</c>. They count what the bus tells, so a redelivery counts twice; the
/// board counts exactly.
/// </summary>
internal sealed class OrdersMetrics
{
    public const string Ended = "workers.orders.ended";
    public const string DeadlinesMissed = "workers.orders.deadlines.missed";
    public const string PlacedToPaid = "workers.orders.placed_to_paid";
    public const string PlacedToShipped = "workers.orders.placed_to_shipped";
    public const string Outcome = "outcome";

    private readonly Counter<long> _ended;
    private readonly Counter<long> _deadlinesMissed;
    private readonly Histogram<double> _placedToPaid;
    private readonly Histogram<double> _placedToShipped;

    public OrdersMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Workers.Orders");
        _ended = meter.CreateCounter<long>(Ended, "{order}", "Orders that ended: completed, cancelled, or failed at a stage.");
        _deadlinesMissed = meter.CreateCounter<long>(DeadlinesMissed, "{order}", "Orders that were not paid, or not shipped, in time.");
        _placedToPaid = meter.CreateHistogram<double>(PlacedToPaid, "s", "How long orders took from their placing to their payment.");
        _placedToShipped = meter.CreateHistogram<double>(PlacedToShipped, "s", "How long orders took from their placing to their shipment.");
    }

    public void Paid(OrderPaid paid) => _placedToPaid.Record(Math.Max(0, (paid.Timestamp - paid.PlacedAt).TotalSeconds));

    public void Completed(OrderCompleted completed)
    {
        _ended.Add(1, Of("completed"));
        _placedToShipped.Record((double)completed.Elapsed);
    }

    public void Cancelled() => _ended.Add(1, Of("cancelled"));

    public void Failed(OrderFailed failed)
    {
        _ended.Add(1, Of($"failed-{failed.Stage.ToString().ToLowerInvariant()}"));
        if (failed.Stage is OrderStage.Deadline)
        {
            _deadlinesMissed.Add(1, Of("payment"));
        }
    }

    public void Overdue() => _deadlinesMissed.Add(1, Of("shipment"));

    private static KeyValuePair<string, object?> Of(string outcome) => new(Outcome, outcome);
}
