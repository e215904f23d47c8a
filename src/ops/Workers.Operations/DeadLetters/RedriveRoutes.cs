using Workers.Contracts;

namespace Workers.Operations.DeadLetters;

/// <summary>Finds where the letters of a dead-letter queue go back to.</summary>
internal static class RedriveRoutes
{
    public static async Task<IRedriveRoute> OfAsync(FleetAccess fleet, string dlq, CancellationToken cancellationToken) =>
        Topology.Queues.FirstOrDefault(queue => queue.Redrive?.DeadLetterQueue == dlq) is { } source
            ? new WorkerRoute(fleet.Naming.NameOf(source.Name), await fleet.QueueUrlAsync(source.Name, cancellationToken))
            : new UndeliveredRoute(fleet.Aws);
}
