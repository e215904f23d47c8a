using System.Text;

namespace LocalAws.Faults;

/// <summary>A rule that is set, with its own sequence of chances: the n-th draw of a rule falls the same way in every run.</summary>
internal sealed class ArmedRule(FaultRule rule, int seed)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private readonly byte[]? _containing = rule.Containing is { } text ? Encoding.UTF8.GetBytes(text) : null;
    private int _struck;

    public FaultRule Rule => rule;

    /// <summary>How often it has struck.</summary>
    public int Struck => Volatile.Read(ref _struck);

    public bool IsFor(string operation, ReadOnlySpan<byte> body) =>
        FaultCheck.Matches(rule.Operation, operation)
        && FaultKinds.OperationsOf(rule.Kind)?.Contains(operation) != false
        && (_containing is null || body.IndexOf(_containing) >= 0);

    /// <summary>Draws once.</summary>
    public bool Strikes()
    {
        lock (_lock)
        {
            if (_struck >= rule.Times || _random.NextDouble() >= rule.Probability)
            {
                return false;
            }

            _struck++;
            return true;
        }
    }
}
