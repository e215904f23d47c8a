using System.Diagnostics.Metrics;
using Workers.Effects.Telemetry;

namespace Workers.Effects;

/// <summary>The effects library's instruments, on the meter <c>Workers.Effects</c>.</summary>
internal sealed class EffectsMetrics
{
    // DynamoDB takes 100 actions in a transaction.
    private static readonly InstrumentAdvice<int> GroupSizes = new() { HistogramBucketBoundaries = [1, 2, 3, 5, 10, 20, 30, 50, 100] };

    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _conflicts;
    private readonly Counter<long> _redecisions;
    private readonly Counter<long> _claimsLost;
    private readonly Histogram<int> _groups;
    private readonly Counter<double> _requests;
    private readonly Counter<double> _writeUnits;

    public EffectsMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Names.Effects);
        _duplicates = meter.CreateCounter<long>(
            Names.Duplicates, "{message}", "Messages whose effect had already happened.");
        _conflicts = meter.CreateCounter<long>(
            Names.Conflicts, "{transaction}", "Transactions cancelled by another one or by throttling.");
        _redecisions = meter.CreateCounter<long>(
            Names.Redecisions, "{decision}", "Decisions made again because a condition did not hold.");
        _claimsLost = meter.CreateCounter<long>(
            Names.ClaimsLost, "{claim}", "Claims that ended while their effect was under way; it may have happened twice.");
        _groups = meter.CreateHistogram(
            Names.GroupSize, "{message}", "Messages that were committed in one transaction.", tags: null, advice: GroupSizes);
        _requests = meter.CreateCounter<double>(
            Names.Requests, "{request}", "DynamoDB requests of a handler; a group's are shared by its messages.");
        _writeUnits = meter.CreateCounter<double>(
            Names.WriteUnits, "{unit}", "Write capacity units that DynamoDB says a handler consumed; a group's are shared by its messages.");
    }

    public void Duplicate(string handlerName) => _duplicates.Add(1, Handler(handlerName));

    public void Contended() => _conflicts.Add(1);

    public void DecidedAgain(string handlerName) => _redecisions.Add(1, Handler(handlerName));

    public void ClaimLost() => _claimsLost.Add(1);

    public void Committed(int messages) => _groups.Record(messages);

    public void Requested(string handlerName, double requests, double writeUnits)
    {
        _requests.Add(requests, Handler(handlerName));
        _writeUnits.Add(writeUnits, Handler(handlerName));
    }

    private static KeyValuePair<string, object?> Handler(string name) => new(Names.Handler, name);
}
