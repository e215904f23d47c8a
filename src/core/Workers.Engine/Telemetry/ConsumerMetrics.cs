using System.Diagnostics.Metrics;
using Workers.Engine.Leasing;

namespace Workers.Engine.Telemetry;

/// <summary>What is measured of one queue. Nothing is computed for an instrument that nobody listens to.</summary>
internal sealed class ConsumerMetrics
{
    private const string Done = "done";

    private readonly TimeProvider _time;
    private readonly Meter _meter;
    private readonly KeyValuePair<string, object?>[] _queue;
    private readonly Histogram<double> _processDuration;
    private readonly Histogram<double> _handlerDuration;
    private readonly Histogram<double> _publishedToHandled;
    private readonly Histogram<double> _callDuration;
    private readonly Counter<long> _calls;
    private readonly Histogram<int> _fill;
    private readonly Counter<long> _settled;
    private readonly Histogram<double> _sentToHandled;
    private readonly Histogram<double> _margin;
    private readonly Counter<long> _lost;
    private readonly Counter<long> _slow;
    private readonly Counter<long> _paused;

    public ConsumerMetrics(IMeterFactory meters, TimeProvider time, string queue)
    {
        _time = time;
        _queue = [new(Names.MessagingSystem, Names.AwsSqs), new(Names.Queue, queue)];
        _meter = meters.Create(Names.Engine);
        _processDuration = _meter.CreateHistogram(Names.ProcessDuration, "s", "How long a message was handled: reading it and its handler.", tags: null, advice: Buckets.Seconds);
        _handlerDuration = _meter.CreateHistogram(Names.HandlerDuration, "s", "How long one handler had a message, by what it said of it.", tags: null, advice: Buckets.Seconds);
        _publishedToHandled = _meter.CreateHistogram(Names.PublishedToHandled, "s", "Time from an event's publishing until a handler was done with it.", tags: null, advice: Buckets.Seconds);
        _callDuration = _meter.CreateHistogram(Names.CallDuration, "s", "Duration of a call to SQS, a poll's wait included.", tags: null, advice: Buckets.Seconds);
        _calls = _meter.CreateCounter<long>(Names.Calls, "{call}", "Calls to SQS.");
        _fill = _meter.CreateHistogram(Names.ReceiveFill, "{message}", "Messages that a receive brought.", tags: null, advice: Buckets.Messages);
        _settled = _meter.CreateCounter<long>(Names.Settled, "{message}", "Messages settled, by outcome: retries and rejects are among them.");
        _sentToHandled = _meter.CreateHistogram(Names.SentToHandled, "s", "Time from a message's arrival in the queue until it was handled.", tags: null, advice: Buckets.Seconds);
        _margin = _meter.CreateHistogram(Names.LeaseMargin, "s", "What was left of a lease when its message began to be settled.", tags: null, advice: Buckets.Seconds);
        _lost = _meter.CreateCounter<long>(Names.LeasesLost, "{message}", "Messages whose lease ended before they were settled.");
        _slow = _meter.CreateCounter<long>(Names.SlowResponses, "{call}", "Responses slower than the lease margin.");
        _paused = _meter.CreateCounter<long>(Names.ReceivingPaused, "{pause}", "Pauses of receiving because handling failed broadly.");
    }

    /// <summary>Whether somebody wants to know of calls.</summary>
    public bool MeasuresCalls => _callDuration.Enabled || _calls.Enabled;

    /// <summary>Whether somebody wants to know of handlers one by one.</summary>
    public bool MeasuresHandlers => _handlerDuration.Enabled || _publishedToHandled.Enabled;

    /// <summary>The clock's timestamp, from which durations are measured.</summary>
    public long Timestamp => _time.GetTimestamp();

    /// <summary>Lets listeners ask for the state of the consumer.</summary>
    /// <param name="inFlight">How many messages are being handled.</param>
    /// <param name="waiting">How many are handled, and wait to be settled.</param>
    /// <param name="oldest">How long ago the oldest of the messages being handled came into the queue.</param>
    public void Observe(Func<int> inFlight, Func<int> waiting, Func<TimeSpan> oldest)
    {
        _meter.CreateObservableUpDownCounter(
            Names.InFlight, () => new Measurement<int>(inFlight(), _queue), "{message}", "Messages being handled.");
        _meter.CreateObservableUpDownCounter(
            Names.Waiting, () => new Measurement<int>(waiting(), _queue), "{message}", "Messages handled that wait to be settled.");
        _meter.CreateObservableGauge(
            Names.OldestMessage, () => new Measurement<double>(oldest().TotalSeconds, _queue), "s", "Age of the oldest message being handled; 0 where there is none.");
    }

    /// <summary>A message was read, and handled where it has a handler.</summary>
    /// <param name="startedAt">When that began, as the clock's timestamp.</param>
    /// <param name="outcome">What came of it.</param>
    public void Processed(long startedAt, string outcome)
    {
        if (_processDuration.Enabled)
        {
            var error = outcome is "failed" or "rejected" ? outcome : null;
            KeyValuePair<string, object?>[] tags =
                [.. _queue, new(Names.Operation, Names.Process), new(Names.Outcome, outcome), .. Error(error)];
            _processDuration.Record(_time.GetElapsedTime(startedAt).TotalSeconds, tags);
        }
    }

    /// <summary>A handler ended.</summary>
    /// <param name="handler">Its name.</param>
    /// <param name="startedAt">When it was given the message, as the clock's timestamp.</param>
    /// <param name="outcome"><c>done</c>, <c>waiting</c>, <c>rejected</c>, <c>failed</c>, or <c>returned</c> where the drain ended it.</param>
    /// <param name="publishedAt">The time of the event's envelope.</param>
    public void HandlerEnded(string handler, long startedAt, string outcome, DateTimeOffset publishedAt)
    {
        KeyValuePair<string, object?>[] tags = [.. _queue, new(Names.Handler, handler), new(Names.Outcome, outcome)];
        _handlerDuration.Record(_time.GetElapsedTime(startedAt).TotalSeconds, tags);
        if (outcome == Done)
        {
            _publishedToHandled.Record((_time.GetUtcNow() - publishedAt).TotalSeconds, tags);
        }
    }

    /// <summary>SQS was called at that timestamp; <paramref name="error"/> says how the call failed, if it did.</summary>
    public void Called(string operation, long sentAt, string? error)
    {
        KeyValuePair<string, object?>[] tags = [.. _queue, new(Names.Operation, operation), .. Error(error)];
        _callDuration.Record(_time.GetElapsedTime(sentAt).TotalSeconds, tags);
        _calls.Add(1, tags);
    }

    /// <summary>A receive came back with so many messages.</summary>
    public void Received(int messages) => _fill.Record(messages, _queue);

    /// <summary>
    /// A message is settled: deleted as <c>done</c>, <c>ignored</c> or <c>redelivered</c>; sent again as <c>not_due</c>; shown again as <c>waiting</c>,
    /// <c>failed</c>, <c>unsent</c> or <c>returned</c>; or <c>rejected</c>.
    /// </summary>
    public void Settled(string outcome)
    {
        if (_settled.Enabled)
        {
            KeyValuePair<string, object?>[] tags = [.. _queue, new(Names.Outcome, outcome)];
            _settled.Add(1, tags);
        }
    }

    /// <summary>The handler of a message, which came into the queue at that time, is done with it.</summary>
    public void Handled(DateTimeOffset sentAt)
    {
        if (_sentToHandled.Enabled)
        {
            _sentToHandled.Record((_time.GetUtcNow() - sentAt).TotalSeconds, _queue);
        }
    }

    /// <summary>A message with this lease begins to be settled.</summary>
    public void LeaseEnded(MessageLease lease)
    {
        if (_margin.Enabled)
        {
            _margin.Record(lease.Left.TotalSeconds, _queue);
        }
    }

    /// <summary>Handling failed broadly: receiving pauses, or goes on pausing.</summary>
    public void ReceivingPaused() => _paused.Add(1, _queue);

    public void LeaseLost() => _lost.Add(1, _queue);

    public void SlowResponse() => _slow.Add(1, _queue);

    private static KeyValuePair<string, object?>[] Error(string? error) => error is null ? [] : [new(Names.Error, error)];
}

/// <summary>Histogram buckets. OpenTelemetry's default buckets are made for milliseconds.</summary>
internal static class Buckets
{
    /// <summary>From what a handler takes to what a message may wait.</summary>
    public static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries =
            [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 300, 900, 3600, 43_200],
    };

    /// <summary>A receive brings ten messages at most.</summary>
    public static readonly InstrumentAdvice<int> Messages = new() { HistogramBucketBoundaries = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] };
}
