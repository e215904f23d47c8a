using Workers.AuditTrail;

namespace Workers.Cli.Audit;

/// <summary>What a check of the record found.</summary>
/// <param name="Chains">How many chains were followed.</param>
/// <param name="Events">How many events they have.</param>
/// <param name="Expired">How many chains have expired, and were not.</param>
/// <param name="Wrong">How much is wrong.</param>
/// <param name="Kinds">How often what was found, for each kind that was.</param>
/// <param name="Findings">The first hundred of what was found.</param>
internal sealed record AuditVerifyAnswer(
    long Chains,
    long Events,
    long Expired,
    long Wrong,
    IReadOnlyDictionary<AuditFindingKind, long> Kinds,
    IReadOnlyList<AuditFinding> Findings);

/// <summary>Counts what a check finds, of several chains at once; what it keeps has a bound.</summary>
internal sealed class AuditTally
{
    private const int MostShown = 100;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<AuditFindingKind, long> _kinds = [];
    private readonly List<AuditFinding> _shown = [];
    private long _chains;
    private long _events;
    private long _expired;

    /// <summary>Counts a chain that was followed.</summary>
    public void Followed(long events)
    {
        lock (_lock)
        {
            _chains++;
            _events += events;
        }
    }

    /// <summary>Counts a chain that has expired.</summary>
    public void Expired() => Interlocked.Increment(ref _expired);

    /// <summary>Counts what was found.</summary>
    public void Found(IEnumerable<AuditFinding> findings)
    {
        foreach (var finding in findings)
        {
            lock (_lock)
            {
                _kinds[finding.Kind] = _kinds.GetValueOrDefault(finding.Kind) + 1;
                if (_shown.Count < MostShown)
                {
                    _shown.Add(finding);
                }
            }
        }
    }

    public AuditVerifyAnswer Answer() => new(_chains, _events, _expired, _kinds.Values.Sum(), _kinds, _shown);
}
