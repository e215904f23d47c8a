using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Effects.Publishing;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;

namespace Workers.Effects.Leases;

/// <summary>Records an effect that has happened: completes its claim, with what the effect wants written, in one transaction.</summary>
internal sealed class EffectRecorder(
    TransactionRunner transactions, Claims claims, Markers markers, EventEmitter emitter, TimeProvider timeProvider)
{
    // The claim was extended with the message's lease until the effect was over: with visibility timeouts of half a minute and
    // more it stands at least this long, and an effect that is not recorded by then happens again.
    private static readonly TimeSpan CommitTimeout = TimeSpan.FromSeconds(15);
    private static readonly Dictionary<ItemKey, Item?> NothingRead = [];

    /// <summary>
    /// Done once the effect is recorded and its events are published; Retry when the claim was lost, and nothing written.
    /// </summary>
    public async Task<Outcome> RecordAsync(
        EffectCause cause, Claim claim, EffectResult.Happened effect, CancellationToken cancellationToken)
    {
        DecisionRules.EnsureWrites(effect.Writes, cause.HandlerName);
        var events = emitter.Compose(cause, effect.Emits);
        Write[] writes = [claim.Completion(events, markers.ExpiryFromNow()), .. effect.Writes];
        DynamoLimits.EnsureWrites(writes, NothingRead);
        var result = await CommitAsync(writes);
        if (result.IsCommitted)
        {
            await emitter.PublishAsync(events, cancellationToken);
            return Outcome.Done;
        }

        if (result.Refusals[0] is not { Kind: RefusalKind.ConditionFailed } lost)
        {
            return Outcome.Reject("The effect happened and cannot be recorded: a condition of its writes does not hold.");
        }

        // Completed is also what we find when our own commit's answer was lost and the SDK repeated the call.
        if (lost.Existing is { } row && ClaimRow.IsCompleted(row))
        {
            await emitter.PublishAsync(emitter.StoredFor(cause, row), cancellationToken);
            return Outcome.Done;
        }

        claims.Lost(claim);
        return Outcome.Retry();
    }

    /// <summary>The handler's token does not stop it: an effect that happened and is not recorded would happen again.</summary>
    private async Task<CommitResult> CommitAsync(IReadOnlyList<Write> writes)
    {
        using var timeout = new CancellationTokenSource(CommitTimeout, timeProvider);
        try
        {
            return await transactions.CommitAsync(writes, timeout.Token);
        }
        catch (OperationCanceledException exception)
        {
            throw new StoreUnavailableException($"An effect was not recorded within {CommitTimeout}.", exception);
        }
    }
}
