using Workers.Effects.Decisions;

namespace Workers.Effects.Leases;

/// <summary>What asking for a claim brought.</summary>
internal abstract record ClaimAnswer
{
    private ClaimAnswer()
    {
    }

    /// <summary>It is ours until its lease ends.</summary>
    internal sealed record Granted(Claim Claim) : ClaimAnswer;

    /// <summary>Another has it, until then unless it is extended.</summary>
    internal sealed record Held(DateTimeOffset Until) : ClaimAnswer;

    /// <summary>The effect has happened; the row holds its events.</summary>
    internal sealed record Completed(Item Row) : ClaimAnswer;
}
