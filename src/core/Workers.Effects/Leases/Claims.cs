using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workers.Effects.Committing;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;

namespace Workers.Effects.Leases;

/// <summary>This process's claims: each has an owner's name of its own.</summary>
internal sealed partial class Claims(
    IClaimStore store,
    Markers markers,
    IOptions<EffectsOptions> options,
    EffectsMetrics metrics,
    TimeProvider timeProvider,
    ILogger<Claims> logger)
{
    private static readonly TimeSpan ReleaseTimeout = TimeSpan.FromSeconds(5);

    private long _count;

    /// <summary>When a claim ends: later than the message's lease, since whoever takes it over goes by another clock.</summary>
    public DateTimeOffset EndOf(DateTimeOffset leaseUntil) => leaseUntil + options.Value.TakeoverMargin;

    /// <summary>The end of the lease that the claim was asked for with.</summary>
    public DateTimeOffset LeaseEndOf(Claim claim) => claim.Until - options.Value.TakeoverMargin;

    /// <summary>Claims a part of a message's effects for as long as the message's lease lasts, and the margin.</summary>
    public Task<ClaimAnswer> ClaimAsync(EffectCause cause, string part, IMessageLease lease, CancellationToken cancellationToken)
    {
        var owner = $"{options.Value.Instance}/{Interlocked.Increment(ref _count)}";
        return store.ClaimAsync(markers.KeyOf(cause, part), owner, EndOf(lease.Until), markers.ExpiryFromNow(), cancellationToken);
    }

    /// <summary>Extends a claim with its message's lease; false where it is another's by now.</summary>
    public Task<bool> TryExtendAsync(Claim claim, DateTimeOffset leaseUntil, CancellationToken cancellationToken) =>
        store.TryUpdateAsync(claim.Extension(EndOf(leaseUntil)), cancellationToken);

    /// <summary>
    /// Gives a claim up, if it is still ours. Not cancelled with the handler, for that is when it is needed; should it
    /// fail, the claim lapses.
    /// </summary>
    public async Task ReleaseAsync(Claim claim)
    {
        using var timeout = new CancellationTokenSource(ReleaseTimeout, timeProvider);
        try
        {
            await store.TryUpdateAsync(claim.Release(), timeout.Token);
        }
        catch (Exception exception) when (exception is StoreUnavailableException or OperationCanceledException)
        {
            LogNotReleased(claim.Key.PartitionValue, exception);
        }
    }

    /// <summary>Tells that a claim ended while its effect was under way: whoever claims it next may do the effect once more.</summary>
    public void Lost(Claim claim)
    {
        metrics.ClaimLost();
        LogLost(claim.Key.PartitionValue);
    }

    [LoggerMessage(LogLevel.Warning, "Lost the claim {Claim} while its effect was under way: the effect may happen twice, with one key.")]
    private partial void LogLost(string claim);

    [LoggerMessage(LogLevel.Warning, "The claim {Claim} could not be released; it lapses with its lease.")]
    private partial void LogNotReleased(string claim, Exception exception);
}
