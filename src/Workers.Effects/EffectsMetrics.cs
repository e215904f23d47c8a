using System.Diagnostics.Metrics;

namespace Workers.Effects;

/// <summary>The effects library's instruments, on the meter <c>Workers.Effects</c>.</summary>
internal sealed class EffectsMetrics
{
    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _conflicts;
    private readonly Counter<long> _redecisions;
    private readonly Histogram<int> _groups;

    public EffectsMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Workers.Effects");
        _duplicates = meter.CreateCounter<long>(
            "workers.effects.duplicates", "{message}", "Messages whose effect had already happened.");
        _conflicts = meter.CreateCounter<long>(
            "workers.effects.conflicts", "{transaction}", "Transactions cancelled by another one or by throttling.");
        _redecisions = meter.CreateCounter<long>(
            "workers.effects.redecisions", "{decision}", "Decisions made again because a condition did not hold.");
        _groups = meter.CreateHistogram<int>(
            "workers.effects.group.size", "{message}", "Messages that were committed in one transaction.");
    }

    public void Duplicate(string handlerName) => _duplicates.Add(1, Handler(handlerName));

    public void Contended() => _conflicts.Add(1);

    public void DecidedAgain(string handlerName) => _redecisions.Add(1, Handler(handlerName));

    public void Committed(int messages) => _groups.Record(messages);

    private static KeyValuePair<string, object?> Handler(string name) => new("handler", name);
}
