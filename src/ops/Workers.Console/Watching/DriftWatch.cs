using Workers.Operations;
using Workers.Operations.Fleet;

namespace Workers.Console.Watching;

/// <summary>
/// Looks for traffic that nothing declares, and for declared rules that are not as declared: each minute while somebody has a page open,
/// every ten minutes while nobody has. An undeclared event is told for an hour after it was seen.
/// </summary>
internal sealed class DriftWatch(FleetAccess fleet, TimeProvider time, ILogger<DriftWatch> logger) : BackgroundService
{
    /// <summary>How often it looks while somebody has a page open.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan IdleInterval = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly Lookout _lookout = new("What runs beside the topology", time, logger);
    private readonly BusDrift _bus = new(fleet);
    private readonly TrailSample _trail = new(fleet);
    private readonly Dictionary<Drift, DateTimeOffset> _events = [];
    private volatile SeenDrift _seen = new(At: null, []);

    /// <summary>What was found last, and says that somebody looks.</summary>
    public SeenDrift See()
    {
        _lookout.Come();
        return _seen with { Problem = _lookout.Problem };
    }

    public override void Dispose()
    {
        _lookout.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        _lookout.RunAsync(LookAsync, Interval, IdleInterval, stoppingToken);

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        foreach (var undeclared in await _trail.FindAsync(at, cancellationToken))
        {
            _events[undeclared] = at;
        }

        foreach (var (old, _) in _events.Where(known => at - known.Value > Memory).ToList())
        {
            _events.Remove(old);
        }

        var found = (await _bus.FindAsync(cancellationToken)).Concat(_events.Keys);
        var before = _seen;
        _seen = new(at, [.. found.Select(drift => before.Of(drift) ?? new FoundDrift(drift, new(at, IsAtLeast: before.At is null)))]);
    }
}

/// <summary>What runs otherwise than the topology declares.</summary>
/// <param name="At">When it was looked for; null before the first look.</param>
/// <param name="Found">What was found.</param>
public sealed record SeenDrift(DateTimeOffset? At, IReadOnlyList<FoundDrift> Found)
{
    /// <summary>What went wrong with the last look; null where nothing did.</summary>
    public string? Problem { get; init; }

    /// <summary>What concerns a queue.</summary>
    public IReadOnlyList<Drift> OfQueue(string queue) => [.. Found.Select(found => found.Drift).Where(drift => drift.Queue == queue)];

    /// <summary>What concerns none of the queues that workers empty.</summary>
    public IReadOnlyList<Drift> Elsewhere(IEnumerable<string> queues) =>
        [.. Found.Select(found => found.Drift).Where(drift => drift.Queue is null || !queues.Contains(drift.Queue))];

    internal FoundDrift? Of(Drift drift) => Found.FirstOrDefault(found => found.Drift == drift);
}

/// <summary>Something that differs, and since when.</summary>
public sealed record FoundDrift(Drift Drift, Since Since);
