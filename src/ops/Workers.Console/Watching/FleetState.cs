using Workers.Console.Declared;
using Workers.Contracts;
using Workers.Operations.Status;

namespace Workers.Console.Watching;

/// <summary>What an hour of looks says of the fleet.</summary>
/// <param name="Seen">The looks, oldest first; at least one.</param>
/// <param name="Handlers">Every handler that an instance told of.</param>
/// <param name="Queues">Every declared queue.</param>
public sealed record FleetState(
    IReadOnlyList<Observation> Seen, IReadOnlyDictionary<string, HandlerTrend> Handlers, IReadOnlyDictionary<string, QueueTrend> Queues)
{
    public Observation Now => Seen[^1];

    public DateTimeOffset At => Now.At;

    /// <summary>When the watch began, or an hour ago.</summary>
    public DateTimeOffset WatchedSince => Seen[0].At;

    /// <summary>What EventBridge could not deliver.</summary>
    public QueueCounts? Undelivered => Now.CountsOf(Topology.UndeliveredDlq);

    public static FleetState Of(IReadOnlyList<Observation> seen, DeclaredFleet declared) => new(
        seen,
        HandlerTrend.Of(seen),
        declared.Queues.ToDictionary(queue => queue.Name, queue => QueueTrend.Of(queue.Name, queue.DeadLetterQueue, seen)));
}
