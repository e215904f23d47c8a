using Workers.Effects.Decisions;
using Workers.Effects.Transactions;

namespace Workers.Effects.Leases;

/// <summary>The claims' rows, each changed by one conditional write.</summary>
internal interface IClaimStore
{
    /// <summary>Claims a row that is absent or released, or whose lease has lapsed before it was completed.</summary>
    /// <param name="key">The row.</param>
    /// <param name="owner">A name that no other claim has.</param>
    /// <param name="until">When the lease ends.</param>
    /// <param name="expiresAt">When the row may be forgotten, in epoch seconds.</param>
    /// <param name="cancellationToken">Cancels the call; the claim may have been granted all the same, and then lapses.</param>
    /// <exception cref="StoreUnavailableException">Not now; the claim may have been granted all the same, and then lapses.</exception>
    Task<ClaimAnswer> ClaimAsync(
        ItemKey key, string owner, DateTimeOffset until, long expiresAt, CancellationToken cancellationToken);

    /// <summary>Changes a claim; false when the change's conditions do not hold, because the claim was lost.</summary>
    /// <exception cref="StoreUnavailableException">Not now.</exception>
    Task<bool> TryUpdateAsync(Update change, CancellationToken cancellationToken);
}

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
