namespace Workers.Contracts.Resources;

/// <summary>A worker's queue, and what its pods are given to empty it. docs/scaling.md says how to choose the numbers.</summary>
/// <param name="Queue">The queue, which has a dead-letter queue.</param>
public sealed record Consumption(QueueDefinition Queue)
{
    private const string Suffix = "-queue";

    /// <summary>The consumer's name, and that of its settings under <c>Workers:</c>: the queue's, for example <c>OrderViews</c>.</summary>
    public string Name { get; } = CodeNames.Of(Queue.Name.EndsWith(Suffix, StringComparison.Ordinal) ? Queue.Name[..^Suffix.Length] : Queue.Name);

    /// <summary>Whether messages wait in it for a time of their own, so that the worker sends them to it again.</summary>
    /// <value>No.</value>
    public bool IsTimer { get; init; }

    /// <summary>How many messages one pod handles at once.</summary>
    /// <value>100, as the engine's <c>MaxInFlight</c>; a spec holds the worker's own option to it.</value>
    public int MaxInFlight { get; init; } = 100;

    /// <summary>How many messages one pod is assumed to handle in a second.</summary>
    /// <value>50: low on purpose, and to be measured.</value>
    public int MessagesPerSecond { get; init; } = 50;

    /// <summary>How long a message may wait before another pod is started.</summary>
    /// <value>10 seconds.</value>
    public TimeSpan AcceptedWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The fewest pods.</summary>
    /// <value>2: the queue does not wait while one of them is moved.</value>
    public int MinReplicas { get; init; } = 2;

    /// <summary>The most pods: what the tables and channels behind can bear.</summary>
    /// <value>10.</value>
    public int MaxReplicas { get; init; } = 10;

    /// <summary>The processor that a pod asks for; it is not limited.</summary>
    /// <value><c>250m</c>: a quarter of one.</value>
    public string Cpu { get; init; } = "250m";

    /// <summary>The memory that a pod asks for, and its limit; it grows with <see cref="MaxInFlight"/>.</summary>
    /// <value><c>256Mi</c>.</value>
    public string Memory { get; init; } = "256Mi";

    /// <summary>Whether docker-compose.yml has settings for this worker alone, under an anchor of its name.</summary>
    /// <value>No.</value>
    public bool HasComposeSettings { get; init; }

    /// <summary>How many messages may wait while others are handled, for each pod.</summary>
    public int Waiting => (int)(MessagesPerSecond * AcceptedWait.TotalSeconds);

    /// <summary>How long the queue may be for each pod: what one has in hand, and what may wait.</summary>
    public int QueueLength => MaxInFlight + Waiting;
}
