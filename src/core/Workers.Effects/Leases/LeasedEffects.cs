using System.Diagnostics;
using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Effects.Publishing;
using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Effects.Leases;

/// <summary>Claims an effect, does it, and records it.</summary>
internal sealed class LeasedEffects(
    Claims claims, EffectRecorder recorder, EventEmitter emitter, OutageGuard guard, Jitter jitter, TimeProvider timeProvider)
    : ILeasedEffects
{
    // So that those who wait for one claim do not come back all at once.
    private static readonly TimeSpan LongestJitter = TimeSpan.FromSeconds(1);

    public Task<Outcome> RunAsync<TEvent>(
        EventMessage<TEvent> message,
        string part,
        string? oncePer,
        Func<EffectClaim, CancellationToken, Task<EffectResult>> effect,
        CancellationToken cancellationToken)
        where TEvent : class, IEventDetail
    {
        var cause = EffectCause.Of(message, oncePer);
        var lease = message.Delivery.Lease;
        return guard.RunAsync(cause, async () => await claims.ClaimAsync(cause, part, lease, cancellationToken) switch
        {
            ClaimAnswer.Granted { Claim: var claim } => await RunAsync(cause, claim, lease, effect, cancellationToken),
            ClaimAnswer.Completed { Row: var row } => await PublishAgainAsync(cause, row, cancellationToken),
            ClaimAnswer.Held { Until: var until } => Outcome.Retry(TimeTo(until) + jitter.UpTo(LongestJitter)),
            _ => throw new UnreachableException(),
        });
    }

    private async Task<Outcome> RunAsync(
        EffectCause cause,
        Claim claim,
        IMessageLease lease,
        Func<EffectClaim, CancellationToken, Task<EffectResult>> effect,
        CancellationToken cancellationToken)
    {
        EffectResult? result = null;
        try
        {
            result = await DoAsync(claim, lease, effect, cancellationToken);
        }
        finally
        {
            if (result is not EffectResult.Happened)
            {
                await claims.ReleaseAsync(claim);
            }
        }

        return result switch
        {
            EffectResult.Happened happened => await recorder.RecordAsync(cause, claim, happened, cancellationToken),
            EffectResult.Wait wait => Outcome.Retry(wait.After),
            EffectResult.Refused refused => Outcome.Reject(refused.Reason),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>
    /// Extends the claim with the message's lease while the effect runs, and cancels the effect when the claim is another's, or could not
    /// be extended: then at the end of the lease that it was asked for with, before anybody may take it over.
    /// </summary>
    private async Task<EffectResult> DoAsync(
        Claim claim,
        IMessageLease lease,
        Func<EffectClaim, CancellationToken, Task<EffectResult>> effect,
        CancellationToken cancellationToken)
    {
        // Not disposed: an extension under way may still cancel it, and it holds nothing but a timer, which is stopped.
        var lost = new CancellationTokenSource(TimeTo(claims.LeaseEndOf(claim)), timeProvider);
        using var extensions = lease.OnExtended(ExtendAsync);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lost.Token);
        try
        {
            if (claims.EndOf(lease.Until) > claim.Until)
            {
                await ExtendAsync(lease.Until, cancellationToken);   // extended since the claim was asked for, when nobody listened yet
            }

            return await effect(new EffectClaim(claim.Key.PartitionValue, claim.Fence), either.Token);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            claims.Lost(claim);
            return EffectResult.Retry();
        }
        finally
        {
            lost.CancelAfter(Timeout.InfiniteTimeSpan);
        }

        async Task ExtendAsync(DateTimeOffset until, CancellationToken token)
        {
            if (await claims.TryExtendAsync(claim, until, token))
            {
                lost.CancelAfter(TimeTo(until));
            }
            else
            {
                await lost.CancelAsync();
            }
        }
    }

    private async Task<Outcome> PublishAgainAsync(EffectCause cause, Item row, CancellationToken cancellationToken)
    {
        await emitter.PublishAsync(emitter.StoredFor(cause, row), cancellationToken);
        return Outcome.Done;
    }

    private TimeSpan TimeTo(DateTimeOffset until) =>
        until > timeProvider.GetUtcNow() ? until - timeProvider.GetUtcNow() : TimeSpan.Zero;
}
