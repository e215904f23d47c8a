using Microsoft.Extensions.Options;
using Workers.Effects.Decisions;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;

namespace Workers.Effects.Committing;

/// <summary>
/// Commits the decisions of one queue's messages: read, decide, commit with the marker, publish. The marker is what makes the
/// effect happen once; whoever finds it publishes its events again, for its writer may have died before.
/// </summary>
internal sealed class Committer(
    TransactionRunner transactions,
    Markers markers,
    Emitter emitter,
    OutageGuard guard,
    EffectsMetrics metrics,
    IOptions<EffectsOptions> options)
{
    /// <summary>
    /// Done once the effect is committed and its events are published. Only the handler's own exceptions come out.
    /// </summary>
    public Task<Outcome> CommitAsync(Undecided message, CancellationToken cancellationToken) =>
        guard.RunAsync(message.Cause, () => DecideUntilCommittedAsync(message, cancellationToken));

    private async Task<Outcome> DecideUntilCommittedAsync(Undecided message, CancellationToken cancellationToken)
    {
        var marker = markers.KeyOf(message.Cause);
        var mayBeMarked = message.Redelivered;
        for (var decisions = 0; decisions < options.Value.MaxDecisions; decisions++)
        {
            if (await TryAsync(message, marker, mayBeMarked, cancellationToken) is { } outcome)
            {
                return outcome;
            }

            mayBeMarked = true;
            metrics.DecidedAgain(message.Cause.HandlerName);
        }

        return Outcome.Retry();
    }

    /// <summary>One decision on fresh items; null when one of its conditions did not hold at the commit.</summary>
    private async Task<Outcome?> TryAsync(
        Undecided message,
        ItemKey marker,
        bool mayBeMarked,
        CancellationToken cancellationToken)
    {
        var keys = mayBeMarked ? [marker, .. message.Reads] : message.Reads;
        var read = await transactions.ReadAsync(keys, cancellationToken);
        if (read.GetValueOrDefault(marker) is { } marked)
        {
            return await PublishAgainAsync(message, marked, cancellationToken);
        }

        var decision = message.Decide(new Items(read));
        DecisionRules.Ensure(decision.Writes, message.Cause.HandlerName);
        var events = emitter.Compose(message.Cause, decision.Emits);
        var result = await transactions.CommitAsync(
            [markers.Insert(marker, events), .. decision.Writes], read, cancellationToken);
        if (result.IsCommitted)
        {
            await emitter.PublishAsync(events, cancellationToken);
            return Outcome.Done;
        }

        return result.Refusals[0] is { Existing: { } rival }
            ? await PublishAgainAsync(message, rival, cancellationToken)
            : null;
    }

    private async Task<Outcome> PublishAgainAsync(Undecided message, Item marker, CancellationToken cancellationToken)
    {
        await emitter.PublishAgainAsync(message.Cause, marker, cancellationToken);
        return Outcome.Done;
    }
}
