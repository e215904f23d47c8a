using System.Collections.Concurrent;

namespace Workers.Torture.Killing;

/// <summary>The fleets that have ended.</summary>
internal sealed class Graveyard
{
    private readonly ConcurrentQueue<FleetEnd> _ends = [];

    public IReadOnlyCollection<FleetEnd> Ends => _ends;

    public int Kills => _ends.Count(end => end.WasKilled);

    public void Add(FleetEnd end) => _ends.Enqueue(end);

    /// <summary>How a fleet ended.</summary>
    public FleetEnd? EndOf(string fleet) => _ends.FirstOrDefault(end => end.Name == fleet);

    /// <summary>How many ended how.</summary>
    public string Summary() => string.Join(
        ", ", _ends.Where(end => end.WasKilled).CountBy(end => end.How).OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}"));
}
