using Workers.Console.Declared;
using Workers.Console.Web;
using Workers.Contracts;

namespace Workers.Console.Watching;

/// <summary>Something that somebody on call must know.</summary>
/// <param name="IsBad">Whether orders are hurt, or will be; else it is worth knowing.</param>
/// <param name="What">What it is, with its figures.</param>
/// <param name="Since">Since when; null where that is not known.</param>
/// <param name="Worker">Whose page shows more.</param>
/// <param name="DeadLetterQueue">Where the letters are; null where none are meant.</param>
public sealed record Trouble(bool IsBad, string What, Since? Since, string? Worker = null, string? DeadLetterQueue = null)
{
    private const double Grows = 0.2;

    /// <summary>What is wrong, the worst first.</summary>
    public static IReadOnlyList<Trouble> Of(FleetState state, DeclaredFleet declared) =>
    [
        .. ((Trouble?[])
        [
            .. declared.Handlers.Select(handler => Failing(handler, state)),
            .. declared.Queues.SelectMany(queue => OfQueue(queue, state.Queues[queue.Name])),
            Undelivered(state),
            .. Undeclared(state, declared),
        ]).OfType<Trouble>().OrderByDescending(trouble => trouble.IsBad),
    ];

    private static Trouble? Failing(DeclaredHandler handler, FleetState state) =>
        state.Handlers.GetValueOrDefault(handler.Name) is { FailingSince: { } since } trend
            ? new(
                IsBad: true,
                $"{handler.Name} fails: {Figures.Rate(trend.FailedPerSecond)} of {Figures.Rate(trend.FailedPerSecond + trend.HandledPerSecond)} calls a second, "
                + $"{Figures.Count(trend.Figures.Failed)} since its instances started.",
                since,
                handler.Worker,
                DeadLettersOf(handler))
            : null;

    private static string DeadLettersOf(DeclaredHandler handler) => Topology.ConsumptionOf(handler.Queue).Queue.Redrive!.DeadLetterQueue;

    private static IEnumerable<Trouble> OfQueue(DeclaredQueue queue, QueueTrend trend)
    {
        if (trend.Counts is null)
        {
            yield return new(IsBad: true, $"{queue.Name} does not exist.", Since: null, queue.Worker);
        }

        if (trend.Instances.Count == 0)
        {
            yield return new(
                IsBad: trend.Waiting > 0,
                $"No instance of {queue.Worker} has told of {queue.Name} for two minutes; {Figures.Count(trend.Waiting)} messages wait.",
                trend.WaitingSince,
                queue.Worker);
        }

        if (trend.Asked.IsPaused)
        {
            yield return new(
                IsBad: trend.Waiting > 0,
                $"{queue.Name} is paused by {trend.Asked.By}: {trend.Asked.Reason ?? "no reason given"}. {Figures.Count(trend.Waiting)} messages wait.",
                trend.Asked.At is { } at ? new(at, IsAtLeast: false) : null,
                queue.Worker);
        }
        else if (trend.Waiting > 0 && trend.Instances.Count > 0 && trend.GrowsBy > Grows)
        {
            yield return new(
                IsBad: true,
                $"{queue.Name} grows by {Figures.Rate(trend.GrowsBy)} a second: {Figures.Count(trend.Waiting)} messages wait"
                + (trend.InstancesNeeded > trend.Instances.Count ? $"; {trend.InstancesNeeded} instances would keep up, {trend.Instances.Count} run." : "."),
                trend.WaitingSince,
                queue.Worker);
        }

        if (trend.Asked is { MaxInFlight: { } most, IsPaused: false })
        {
            yield return new(
                IsBad: false,
                $"{queue.Name} is limited to {most} in flight for each instance by {trend.Asked.By}: {trend.Asked.Reason ?? "no reason given"}.",
                trend.Asked.At is { } at ? new(at, IsAtLeast: false) : null,
                queue.Worker);
        }

        if (trend.DeadLetters is { Total: > 0 } letters)
        {
            yield return new(
                IsBad: true, $"{queue.DeadLetterQueue} has {Figures.Count(letters.Total)} dead letters.", trend.DeadSince, queue.Worker, queue.DeadLetterQueue);
        }
    }

    private static Trouble? Undelivered(FleetState state) => state.Undelivered is { Total: > 0 } letters
        ? new(
            IsBad: true,
            $"EventBridge could not deliver {Figures.Count(letters.Total)} events.",
            Since.Of([.. state.Seen.Select(look => (look.At, look.CountsOf(Topology.UndeliveredDlq) is { Total: > 0 }))]),
            DeadLetterQueue: Topology.UndeliveredDlq)
        : null;

    // What runs and is declared nowhere: an instance of another version, or of somebody else under the same prefix.
    private static IEnumerable<Trouble> Undeclared(FleetState state, DeclaredFleet declared)
    {
        foreach (var instance in state.Now.Instances)
        {
            var unknown = instance.Queues.Where(queue => declared.Queue(queue.Queue) is null).Select(queue => queue.Queue)
                .Concat(instance.Queues.SelectMany(queue => queue.Handlers).Select(handler => handler.Handler)
                    .Where(name => !declared.Handlers.Any(handler => handler.Name == name)))
                .ToList();
            if (unknown.Count > 0)
            {
                yield return new(
                    IsBad: true, $"{instance.Instance} (build {instance.Build}) does what this build does not declare: {string.Join(", ", unknown)}.", Since: null);
            }
        }
    }
}
