namespace LocalAws.Faults;

/// <summary>
/// What goes wrong in this server, on purpose: for tests of what depends on AWS. Without rules a request costs one look. May be
/// changed at any time; requests under way keep the rules that they began with.
/// </summary>
public sealed class LocalAwsFaults
{
    private readonly FaultCheck _check;
    private volatile ArmedRule[] _armed = [];

    internal LocalAwsFaults(IReadOnlyCollection<string> operations) => _check = new FaultCheck(operations);

    /// <summary>The rules that are set, in the order in which they are asked, and how often each has struck.</summary>
    public IReadOnlyList<(FaultRule Rule, int Struck)> Rules => [.. _armed.Select(armed => (armed.Rule, armed.Struck))];

    /// <summary>The seed of the rules that are set.</summary>
    public int Seed { get; private set; }

    /// <summary>Sets these rules instead of those before.</summary>
    /// <param name="seed">
    /// Every rule draws from a sequence of its own, begun by this seed and its place in the list: the n-th request that it may
    /// strike meets the same fate in every run.
    /// </param>
    /// <param name="rules">None clears.</param>
    /// <exception cref="ArgumentException">A rule could never strike, or is out of range; the message has every problem.</exception>
    public void Set(int seed, params IReadOnlyList<FaultRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var problems = _check.ProblemsOf(rules).ToList();
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', problems));
        }

        Seed = seed;
        _armed = [.. rules.Select((rule, index) => new ArmedRule(rule, SeedOf(seed, index)))];
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear() => Set(Seed);

    /// <summary>The rules for one request; null when there is none, which is the common case.</summary>
    internal RequestFaults? For(string operation, ReadOnlySpan<byte> body)
    {
        List<ArmedRule>? rules = null;
        foreach (var armed in _armed)
        {
            if (armed.IsFor(operation, body))
            {
                (rules ??= []).Add(armed);
            }
        }

        return rules is null ? null : new RequestFaults(rules);
    }

    // HashCode would differ from process to process.
    private static int SeedOf(int seed, int index) => unchecked((seed * 397) ^ index);
}
