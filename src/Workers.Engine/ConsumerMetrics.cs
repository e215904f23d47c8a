using System.Diagnostics.Metrics;

namespace Workers.Engine;

/// <summary>What is counted of one queue. All names of this assembly's instruments are here.</summary>
internal sealed class ConsumerMetrics(IMeterFactory meters, string queue)
{
    public const string MeterName = "Workers.Engine";

    private readonly KeyValuePair<string, object?> _queue = new("messaging.destination.name", queue);
    private readonly Counter<long> _settled = meters.Create(MeterName).CreateCounter<long>(
        "workers.messages.settled", "{message}", "Messages settled, by outcome.");
    private readonly Histogram<double> _sentToHandled = meters.Create(MeterName).CreateHistogram<double>(
        "workers.messages.sent_to_handled", "s", "Time from a message's arrival in the queue until it was handled.");
    private readonly Counter<long> _paused = meters.Create(MeterName).CreateCounter<long>(
        "workers.receiving.paused", "{pause}", "Pauses of receiving because handling failed broadly.");
    private readonly Counter<long> _lost = meters.Create(MeterName).CreateCounter<long>(
        "workers.leases.lost", "{message}", "Messages whose lease ended before they were settled.");
    private readonly Counter<long> _slow = meters.Create(MeterName).CreateCounter<long>(
        "workers.responses.slow", "{call}", "Responses slower than the lease margin.");

    /// <summary>
    /// A message is settled: deleted as <c>done</c>, <c>ignored</c> or <c>redelivered</c>; shown again as <c>waiting</c>,
    /// <c>failed</c>, <c>unsent</c> or <c>returned</c>; or <c>rejected</c>.
    /// </summary>
    public void Settled(string outcome) => _settled.Add(1, _queue, new("outcome", outcome));

    /// <summary>A message's handler is done with it.</summary>
    public void Handled(TimeSpan sinceSent) => _sentToHandled.Record(sinceSent.TotalSeconds, _queue);

    /// <summary>Handling failed broadly: receiving pauses, or goes on pausing.</summary>
    public void ReceivingPaused() => _paused.Add(1, _queue);

    public void LeaseLost() => _lost.Add(1, _queue);

    public void SlowResponse() => _slow.Add(1, _queue);
}
