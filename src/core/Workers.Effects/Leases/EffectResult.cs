using Workers.Effects.Decisions;

namespace Workers.Effects.Leases;

/// <summary>What an effect says of itself.</summary>
public abstract record EffectResult
{
    private EffectResult()
    {
    }

    /// <summary>It happened: these writes and events are committed with the claim's completion.</summary>
    public static EffectResult Done(IReadOnlyList<Write> writes, IReadOnlyList<Emission> emits) => new Happened(writes, emits);

    /// <summary>Not now: the claim is released and the message waits.</summary>
    public static EffectResult Retry(TimeSpan? after = null) => new Wait(after);

    /// <summary>Never: the claim is released and the message is dead-lettered.</summary>
    public static EffectResult Reject(string reason) => new Refused(reason);

    internal sealed record Happened(IReadOnlyList<Write> Writes, IReadOnlyList<Emission> Emits) : EffectResult;

    internal sealed record Wait(TimeSpan? After) : EffectResult;

    internal sealed record Refused(string Reason) : EffectResult;
}
