using Workers.Effects.Committing;
using Workers.Effects.Publishing;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;

namespace Workers.Effects.Grouping;

/// <summary>Has messages decided, one after another, on one read of all that they named.</summary>
internal sealed class GroupDecider(ITransactionStore store, Markers markers, EventEmitter emitter)
{
    /// <summary>Decides those that can be committed together. The result, or the messages themselves, know of all others.</summary>
    /// <exception cref="StoreUnavailableException">Their items cannot be read now.</exception>
    /// <exception cref="ImpossibleRequestException">They can never be read, at least not together.</exception>
    public async Task<CommitGroup> DecideAsync(
        IReadOnlyList<PendingDecision> members, GroupResult result, CancellationToken cancellationToken)
    {
        var keys = members.SelectMany(pending => pending.Keys).ToHashSet();
        var group = new CommitGroup(await store.ReadAsync(keys, cancellationToken));
        foreach (var pending in members)
        {
            Decide(pending, group, result);
        }

        return group;
    }

    private void Decide(PendingDecision pending, CommitGroup group, GroupResult result)
    {
        if (group.Read.GetValueOrDefault(pending.Marker) is { } marker)
        {
            result.AddMarked(pending, marker, emitter);
            return;
        }

        try
        {
            if (!group.IsOpenTo(pending) || !TryDecide(pending, group))
            {
                result.ForNextGroup.Add(pending);
            }
        }
        catch (Exception) when (group.DependsOnUncommitted(pending))
        {
            result.ForNextGroup.Add(pending);   // the cause may be a neighbour's write, which may never be committed
        }
        catch (Exception exception)
        {
            pending.Fail(exception);
        }
    }

    private bool TryDecide(PendingDecision pending, CommitGroup group)
    {
        var decision = pending.Decide(group.ItemsFor(pending));
        DecisionRules.Ensure(decision, pending.Cause.HandlerName);
        if (decision.RejectReason is { } reason)
        {
            return TryReject(pending, reason, group);
        }

        var events = emitter.Compose(pending.Cause, decision.Emits);
        var decided = new DecidedMessage(pending, [markers.Insert(pending.Marker, events), .. decision.Writes], events);
        return group.TryJoin(decided, DynamoLimits.EnsureWrites(decided.Writes, group.Read));
    }

    /// <summary>
    /// No condition of a commit stands behind a rejection, so it must not come from what is not committed, nor from the effect that an
    /// earlier delivery of the event had. Where that is not certain, the message is first in the next group, its marker read.
    /// </summary>
    private static bool TryReject(PendingDecision pending, string reason, CommitGroup group)
    {
        if (group.DependsOnUncommitted(pending) || !group.Read.ContainsKey(pending.Marker))
        {
            pending.ReadMarker();
            return false;
        }

        pending.Settle(Outcome.Reject(reason));
        return true;
    }
}
