namespace Workers.Effects;

/// <summary>How effects are remembered and committed. Bound from the section that <c>AddEffects</c> was given.</summary>
public sealed class EffectsOptions
{
    /// <summary>
    /// The unprefixed name of the table of markers and claims: partition key <c>marker</c> (S), TTL attribute <c>expiresAt</c>.
    /// </summary>
    /// <value>What <c>AddEffects</c> was given.</value>
    public string MarkerTable { get; set; } = "";

    /// <summary>How long a marker or a claim is kept. An event that comes back later is a new one and takes effect again.</summary>
    /// <value>35 days. At least <see cref="MessageLife"/>, at most 3,650 days.</value>
    public TimeSpan MarkerLife { get; set; } = TimeSpan.FromDays(35);

    /// <summary>
    /// How long after its event a message may still come back: the longest retention of a queue plus that of its
    /// dead-letter queue.
    /// </summary>
    /// <value>28 days: SQS keeps a message for at most 14 days in each. From 1 minute.</value>
    public TimeSpan MessageLife { get; set; } = TimeSpan.FromDays(28);

    /// <summary>
    /// How long after its message's lease a claim still holds. Whoever takes a claim over goes by a clock of its own: the margin must cover
    /// what two clocks may differ by, or a worker that is at work would be taken for dead, and a mail sent twice. It is also how much later
    /// the work of a worker that did die is taken up.
    /// </summary>
    /// <value>
    /// 15 s. From zero to 10 min, and at least twice the consumers' <see cref="Workers.Engine.QueueConsumerOptions.ClockTolerance"/>,
    /// since one clock may be fast and the other slow.
    /// </value>
    public TimeSpan TakeoverMargin { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Who claims leased effects: names this process in the claims' rows, and must be no other's name.</summary>
    /// <value>The machine's name and a random part, new with each start.</value>
    public string Instance { get; set; } = $"{Environment.MachineName}-{Guid.NewGuid():N}";

    /// <summary>
    /// How long a message waits for others to share its transaction, when no commit is under way. It is the latency that a lone
    /// message pays.
    /// </summary>
    /// <value>5 ms. From 0, which gathers only while a commit is under way, to 1 s.</value>
    public TimeSpan GroupLinger { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>
    /// How many messages share a transaction at most. Fewer do where their writes fill it, and for a while after conflicts.
    /// </summary>
    /// <value>100, the actions that DynamoDB takes in a transaction. From 1, a transaction per message, to 100.</value>
    public int MaxGroupSize { get; set; } = 100;

    /// <summary>How often one message is decided, on fresh items each time, before it waits in the queue.</summary>
    /// <value>5. From 1 to 100.</value>
    public int MaxDecisions { get; set; } = 5;

    /// <summary>
    /// The receive count from which <see cref="MaxDecisions"/> refused decisions are a failure of the handler, which dead-letters the
    /// message, and no longer a wait: a condition that can never hold must not wait for ever.
    /// </summary>
    /// <value>
    /// 20, hours of waits that grow to 15 minutes each. From 1 to 1,000, SQS's limit, and less than the queue's own <c>maxReceiveCount</c>,
    /// at which SQS moves the message without a reason.
    /// </value>
    public int MaxReceives { get; set; } = 20;

    /// <summary>
    /// How often one transaction or read is tried while DynamoDB answers conflict, throttled or unprocessed, before the
    /// message waits in the queue. The SDK's own retries are of other errors, so these do not multiply.
    /// </summary>
    /// <value>12, some seconds at most. From 1 to 20. Where four workers share their items, one group in 2,000 conflicts so often.</value>
    public int MaxCommits { get; set; } = 12;

    /// <summary>
    /// The longest pause before the second of these attempts. It doubles with each, to a second at most; the pause is a
    /// random part of it.
    /// </summary>
    /// <value>10 ms. More than zero, at most 1 s.</value>
    public TimeSpan CommitRetryDelay { get; set; } = TimeSpan.FromMilliseconds(10);
}
