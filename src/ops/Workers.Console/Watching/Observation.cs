using Workers.Effects.Beats;
using Workers.Operations.Status;

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
