using System.Diagnostics;
using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Effects.Leases;

/// <summary>Claim, do, record.</summary>
internal sealed class LeasedEffects(
    Claims claims,
    EffectRecorder recorder,
    Emitter emitter,
    OutageGuard guard,
    Backoff backoff,
    TimeProvider timeProvider) : ILeasedEffects
{
    // So that those who wait for one claim do not come back all at once.
    private static readonly TimeSpan LongestJitter = TimeSpan.FromSeconds(1);

    public Task<Outcome> RunAsync<TEvent>(
        EventMessage<TEvent> message,
        string part,
        Func<EffectClaim, CancellationToken, Task<EffectResult>> effect,
        CancellationToken cancellationToken)
        where TEvent : class, IEventDetail
    {
        var cause = Cause.Of(message);
        var lease = message.Delivery.Lease;
        return guard.RunAsync(cause, async () => await claims.ClaimAsync(cause, part, lease, cancellationToken) switch
        {
            ClaimAnswer.Granted { Claim: var claim } => await RunAsync(cause, claim, lease, effect, cancellationToken),
            ClaimAnswer.Completed { Row: var row } => await PublishAgainAsync(cause, row, cancellationToken),
            ClaimAnswer.Held { Until: var until } => Outcome.Retry(TimeTo(until) + backoff.Jitter(LongestJitter)),
            _ => throw new UnreachableException(),
        });
    }

    private async Task<Outcome> RunAsync(
        Cause cause,
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

    private async Task<EffectResult> DoAsync(
        Claim claim,
        IMessageLease lease,
        Func<EffectClaim, CancellationToken, Task<EffectResult>> effect,
        CancellationToken cancellationToken)
    {
        using var held = claims.Hold(claim, lease);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, held.Lost);
        try
        {
            await held.CatchUpAsync(cancellationToken);
            return await effect(new EffectClaim(claim.Key.PartitionValue, claim.Fence), either.Token);
        }
        catch (OperationCanceledException)
            when (held.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return EffectResult.Retry();
        }
    }

    private async Task<Outcome> PublishAgainAsync(Cause cause, Item row, CancellationToken cancellationToken)
    {
        await emitter.PublishAgainAsync(cause, row, cancellationToken);
        return Outcome.Done;
    }

    private TimeSpan TimeTo(DateTimeOffset until) =>
        until > timeProvider.GetUtcNow() ? until - timeProvider.GetUtcNow() : TimeSpan.Zero;
}
