namespace Workers.Engine;

/// <summary>How one queue is consumed. Every error is reported at once, at start.</summary>
/// <remarks>
/// The limits named here are those of the SQS quotas page (standard queues) and of the API reference of the call in question.
/// The visibility timeout and, unless named here, the dead-letter queue are read from the queue itself at start.
/// </remarks>
public sealed class QueueConsumerOptions
{
    /// <summary>
    /// How many messages may be handled at once. Bounds the handlers that run and, with as many again that may wait for their
    /// settling, the memory that messages take.
    /// </summary>
    /// <value>100. From 1 to 120,000, SQS's limit of in-flight messages per standard queue.</value>
    public int MaxInFlight { get; set; } = 100;

    /// <summary>
    /// How many bytes the bodies of the messages in flight may take, at two per character. An open receive counts as ten messages of
    /// the largest size, 20 MiB, until it is back: in a small container fewer receives are open at once.
    /// </summary>
    /// <value>
    /// A quarter of the memory that the runtime may use (<see cref="GCMemoryInfo.TotalAvailableMemoryBytes"/>, which follows the
    /// container's limit). At least 2 MiB, a message of 1 MiB, SQS's limit.
    /// </value>
    public long MaxInFlightBytes { get; set; } = Math.Max(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4, 2 * 1024 * 1024);

    /// <summary>How long a receive waits for room for ten messages before it asks for fewer.</summary>
    /// <value>25 ms. From 0 to 1 s. A receive costs the same whether it brings one message or ten, SQS's limit per receive.</value>
    public TimeSpan ReceiveLinger { get; set; } = TimeSpan.FromMilliseconds(25);

    /// <summary>How long SQS holds a receive open while the queue is empty. A drain lasts as long as the polls it finds open.</summary>
    /// <value>20 s, SQS's limit (<c>WaitTimeSeconds</c>). From 1 s, in whole seconds, and at most <see cref="DrainLimit"/>.</value>
    public TimeSpan WaitTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How many receives may be open at once. They grow one by one while receives come back full and shrink to one when idle.</summary>
    /// <value>
    /// 8. From 1 to 100; each needs a connection, and room for ten messages in <see cref="MaxInFlight"/>: below 20 there is one.
    /// </value>
    public int MaxReceiveLoops { get; set; } = 8;

    /// <summary>How long settled messages wait for others to share a call with.</summary>
    /// <value>25 ms. From 0 to 1 s. Ten messages, SQS's limit per batch, do not wait.</value>
    public TimeSpan DeleteLinger { get; set; } = TimeSpan.FromMilliseconds(25);

    /// <summary>Safety margin subtracted from the visibility timeout, because the clock starts at SQS and the response takes time to arrive.</summary>
    /// <value>2 s. From 0 to 1 min; never more than a quarter of the queue's visibility timeout is used.</value>
    public TimeSpan LeaseMargin { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a message may be handled, however often its lease is extended. Then the handler's token is cancelled, which
    /// counts as a failure of the handler.
    /// </summary>
    /// <value>10 min. From 1 s to 12 h, after which SQS extends no message (<c>ChangeMessageVisibility</c>).</value>
    public TimeSpan MaxHandlingTime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long handlers may go on after SIGTERM. Then their tokens are cancelled and their messages shown again.
    /// </summary>
    /// <value>
    /// 25 s. At least <see cref="WaitTime"/>, and less than the host's shutdown timeout (30 s by default), of which the drain's
    /// last calls take what is left.
    /// </value>
    public TimeSpan DrainLimit { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>
    /// The receive count from which a failed handler dead-letters its message. Waits are no failures: a message may be received
    /// more often than this without harm.
    /// </summary>
    /// <value>5. From 1 to 1,000, and less than the queue's own <c>maxReceiveCount</c>, which SQS limits to 1,000.</value>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The longest delay after the first failure. It doubles with each receive; the delay is drawn evenly from zero to it.</summary>
    /// <value>2 s. From 1 s, SQS's resolution, to <see cref="BackoffCap"/>.</value>
    public TimeSpan BackoffBase { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>What the longest delay grows to, for failures and for waits.</summary>
    /// <value>15 min. At most 12 h, SQS's limit of a visibility timeout.</value>
    public TimeSpan BackoffCap { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The share of handlings from which on receiving pauses: of those that failed, or that asked to retry without naming a
    /// delay. What is in flight goes on. What is wrong with one message, or waits for a time of its own, counts neither way: poison,
    /// rejections, waits with a delay; nor do handlers that were interrupted, and stops.
    /// </summary>
    /// <value>0.5. From 0.01 to 1.</value>
    public double BreakerFailureRatio { get; set; } = 0.5;

    /// <summary>How many messages must have been handled within <see cref="BreakerSamplingDuration"/> before receiving may pause.</summary>
    /// <value>20. From 2, Polly's limit; a number that is never reached turns the breaker off.</value>
    public int BreakerMinimumThroughput { get; set; } = 20;

    /// <summary>How far back <see cref="BreakerFailureRatio"/> looks.</summary>
    /// <value>30 s. From 1 s to 1 h.</value>
    public TimeSpan BreakerSamplingDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long receiving pauses. Then one batch is received, and the first of it that is handled decides: receiving goes on,
    /// or pauses as long again.
    /// </summary>
    /// <value>30 s. From 1 s to 1 h.</value>
    public TimeSpan BreakerBreakDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How far this machine's clock may be from SQS's, which each response tells in its <c>Date</c>. A consumer does not start beyond it, and
    /// warns where that happens while it runs: leases, claims, markers and events' times are compared with those of other machines.
    /// </summary>
    /// <value>5 s. From 1 s, the resolution of <c>Date</c>, to 5 min.</value>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What becomes of a message whose event is unknown here, or has no handler in this consumer.</summary>
    /// <value><see cref="UnknownEvents.Reject"/>.</value>
    public UnknownEvents UnknownEvents { get; set; } = UnknownEvents.Reject;

    /// <summary>The unprefixed name of the queue that rejected messages go to.</summary>
    /// <value>Null: the dead-letter queue of the queue's own redrive policy. One of the two must exist.</value>
    public string? DeadLetterQueue { get; set; }
}

/// <summary>What becomes of a message whose event nobody here handles.</summary>
public enum UnknownEvents
{
    /// <summary>Dead-lettered, so that somebody learns of a rule that sends events without a handler.</summary>
    Reject,

    /// <summary>It is deleted and counted: the queue is known to carry more than this worker wants.</summary>
    Ignore,
}
