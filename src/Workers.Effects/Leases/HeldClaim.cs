using Workers.Engine.Handling;

namespace Workers.Effects.Leases;

/// <summary>A claim while its effect runs: extended with the message's lease, and lost when another has claimed the row.</summary>
internal sealed class HeldClaim : IDisposable
{
    private readonly Claim _claim;
    private readonly IClaimStore _store;
    private readonly CancellationTokenSource _lost = new();
    private readonly IDisposable _extensions;

    private HeldClaim(Claim claim, IClaimStore store, IMessageLease lease)
    {
        _claim = claim;
        _store = store;
        _extensions = lease.OnExtended(ExtendAsync);
    }

    /// <summary>Cancelled when the claim is found to be another's.</summary>
    public CancellationToken Lost => _lost.Token;

    public static async Task<HeldClaim> StartAsync(
        Claim claim,
        IClaimStore store,
        IMessageLease lease,
        CancellationToken cancellationToken)
    {
        var held = new HeldClaim(claim, store, lease);

        // The lease may have been extended between the claim and the subscription: then nobody has told the claim.
        if (lease.Until > claim.Until)
        {
            await held.ExtendAsync(lease.Until, cancellationToken);
        }

        return held;
    }

    public void Dispose() => _extensions.Dispose();

    private async Task ExtendAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (!await _store.TryUpdateAsync(_claim.Extension(until), cancellationToken))
        {
            await _lost.CancelAsync();
        }
    }
}
