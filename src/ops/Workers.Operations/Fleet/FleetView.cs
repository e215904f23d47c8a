using Workers.Effects.Beats;

namespace Workers.Operations.Fleet;

/// <summary>The fleet at work.</summary>
/// <param name="At">When it was looked at.</param>
/// <param name="Instances">What each running instance told of itself at its last beat, ten seconds ago at most.</param>
/// <param name="Queues">What is asked of queues, by their unprefixed names; nothing of those that are not among them.</param>
internal sealed record FleetView(
    DateTimeOffset At, IReadOnlyList<InstanceRow> Instances, IReadOnlyDictionary<string, Steering> Queues)
{
    /// <summary>Each handler in all its instances together.</summary>
    public IReadOnlyList<HandlerSum> Handlers { get; } =
    [
        .. Instances.SelectMany(instance => instance.Queues)
            .SelectMany(queue => queue.Handlers)
            .GroupBy(handler => handler.Handler)
            .Select(HandlerSum.Of)
            .OrderBy(handler => handler.Handler, StringComparer.Ordinal),
    ];

    public static async Task<FleetView> ReadAsync(FleetAccess fleet, CancellationToken cancellationToken)
    {
        var now = fleet.Time.GetUtcNow();
        return new(
            now,
            await fleet.Instances.InstancesAsync(now, cancellationToken),
            await fleet.Instances.SteeringsAsync(cancellationToken));
    }
}

/// <summary>One handler in all its instances: counts add up, and of times the slowest instance's is told.</summary>
public sealed record HandlerSum(
    string Handler,
    int Instances,
    long Handled,
    long Failed,
    long Waiting,
    long Rejected,
    long Duplicates,
    double Requests,
    double WriteUnits,
    Percentiles? Handling,
    Percentiles? PublishedToHandled)
{
    public static HandlerSum Of(IGrouping<string, HandlerFigures> handler) => new(
        handler.Key,
        handler.Count(),
        handler.Sum(figures => figures.Handled),
        handler.Sum(figures => figures.Failed),
        handler.Sum(figures => figures.Waiting),
        handler.Sum(figures => figures.Rejected),
        handler.Sum(figures => figures.Duplicates),
        handler.Sum(figures => figures.Requests),
        handler.Sum(figures => figures.WriteUnits),
        Slowest(handler.Select(figures => figures.Handling)),
        Slowest(handler.Select(figures => figures.PublishedToHandled)));

    private static Percentiles? Slowest(IEnumerable<Percentiles?> latencies) => latencies.OfType<Percentiles>().MaxBy(latency => latency.P95);
}
