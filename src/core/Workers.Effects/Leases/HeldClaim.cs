using Workers.Engine.Handling;

namespace Workers.Effects.Leases;

/// <summary>
/// A claim while its effect runs: extended with the message's lease until disposed, and lost when another has claimed
/// the row.
/// </summary>
internal sealed class HeldClaim : IDisposable
{
    private readonly Claim _claim;
    private readonly IClaimStore _store;
    private readonly IMessageLease _lease;
    private readonly IDisposable _extensions;

    // Not disposed: an extension under way may still cancel it, and it holds nothing.
    private readonly CancellationTokenSource _lost = new();

    public HeldClaim(Claim claim, IClaimStore store, IMessageLease lease)
    {
        _claim = claim;
        _store = store;
        _lease = lease;
        _extensions = lease.OnExtended(ExtendAsync);
    }

    /// <summary>Cancelled when the claim is found to be another's.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Extends the claim if the lease was extended after the claim was asked for and before anyone listened.</summary>
    public Task CatchUpAsync(CancellationToken cancellationToken) =>
        _lease.Until > _claim.Until ? ExtendAsync(_lease.Until, cancellationToken) : Task.CompletedTask;

    public void Dispose() => _extensions.Dispose();

    private async Task ExtendAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (!await _store.TryUpdateAsync(_claim.Extension(until), cancellationToken))
        {
            await _lost.CancelAsync();
        }
    }
}
