namespace LocalAws.Faults;

/// <summary>The rules for one request. The front asks them around the operation, a service where only it can make them happen.</summary>
internal sealed class RequestFaults(IReadOnlyList<ArmedRule> rules)
{
    /// <summary>The rule of this kind that strikes now, if one does. Each call draws anew.</summary>
    public FaultRule? Strike(FaultKind kind)
    {
        foreach (var armed in rules)
        {
            if (armed.Rule.Kind == kind && armed.Strikes())
            {
                return armed.Rule;
            }
        }

        return null;
    }

    /// <summary>Whether a rule of this kind strikes now.</summary>
    public bool Strikes(FaultKind kind) => Strike(kind) is not null;
}
