using Workers.Contracts;

namespace Workers.Operations.DeadLetters;

/// <summary>Knows the way back of each dead-letter queue.</summary>
internal static class RedriveRoutes
{
    /// <summary>The route of a dead-letter queue's letters.</summary>
    /// <exception cref="OperationFailedException">The queue that they were for does not exist.</exception>
    public static async Task<IRedriveRoute> OfAsync(FleetAccess fleet, string deadLetterQueue, CancellationToken cancellationToken) =>
        Topology.Queues.FirstOrDefault(queue => queue.Redrive?.DeadLetterQueue == deadLetterQueue) is { } source
            ? new WorkerRoute(fleet.Naming.NameOf(source.Name), await fleet.QueueUrlAsync(source.Name, cancellationToken))
            : new UndeliveredRoute(fleet.Aws);
}
