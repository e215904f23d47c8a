using Workers.Effects.Beats;

namespace Workers.Console.Watching;

/// <summary>The fleet at one moment.</summary>
/// <param name="At">When it was looked at.</param>
/// <param name="Instances">What each running instance tells of itself.</param>
/// <param name="Asked">What is asked of queues, by their unprefixed names.</param>
/// <param name="Queues">How SQS counts each queue, dead-letter queues among them, by unprefixed names.</param>
public sealed record Observation(
    DateTimeOffset At,
    IReadOnlyList<InstanceRow> Instances,
    IReadOnlyDictionary<string, Steering> Asked,
    IReadOnlyDictionary<string, QueueCounts> Queues)
{
    /// <summary>How SQS counts a queue; null where it is not there, or was not asked.</summary>
    public QueueCounts? CountsOf(string queue) => Queues.GetValueOrDefault(queue);
}

/// <summary>A queue as SQS counts it: approximately.</summary>
/// <param name="Waiting">Messages that a receive would bring.</param>
/// <param name="InFlight">Messages that were handed out and are neither deleted nor shown again.</param>
/// <param name="Delayed">Messages that are not shown yet.</param>
public sealed record QueueCounts(int Waiting, int InFlight, int Delayed)
{
    /// <summary>All that is there.</summary>
    public int Total => Waiting + InFlight + Delayed;
}
