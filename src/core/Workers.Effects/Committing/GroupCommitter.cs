using Workers.Effects.Decisions;
using Workers.Effects.Grouping;
using Workers.Effects.Publishing;
using Workers.Effects.Transactions;

namespace Workers.Effects.Committing;

/// <summary>
/// Tries groups: read, decide, commit. Whatever goes wrong ends in the result or in a message's outcome, never in an exception.
/// </summary>
internal sealed class GroupCommitter(
    GroupDecider decider, TransactionRunner transactions, RefusedGroup refused, RequestCosts costs, EffectsMetrics metrics)
{
    /// <summary>Tries one group.</summary>
    /// <param name="members">Of distinct markers.</param>
    /// <param name="size">Learns of conflicts.</param>
    public async Task<GroupResult> CommitAsync(IReadOnlyList<PendingDecision> members, GroupSize size)
    {
        costs.AreFor(HandlersOf(members));
        using var cancellation = new GroupCancellation(members);
        var result = new GroupResult();
        var open = members.Where(HasPossibleKeys).ToList();
        try
        {
            var group = await decider.DecideAsync(open, result, cancellation.Token);
            open = [.. group.Decided.Select(decided => decided.Pending)];
            costs.AreFor(HandlersOf(open));   // again: a first group begins where no context outlasts a wait
            await CommitAsync(group, result, size, cancellation.Token);
        }
        catch (ImpossibleRequestException) when (open.Count > 1)
        {
            // What DynamoDB will never take has one author: each half is tried without the other.
            result.TryAgain.AddRange(open.Chunk((open.Count + 1) / 2));
        }
        catch (Exception exception)
        {
            open.ForEach(pending => pending.Fail(exception));
        }

        return result;
    }

    private static string[] HandlersOf(IReadOnlyList<PendingDecision> members) =>
        [.. members.Select(pending => pending.Cause.HandlerName)];

    private static bool HasPossibleKeys(PendingDecision pending)
    {
        try
        {
            DynamoLimits.EnsureKeys([pending.Marker, .. pending.Reads]);
            return true;
        }
        catch (ImpossibleRequestException exception)
        {
            pending.Fail(exception);
            return false;
        }
    }

    private async Task CommitAsync(CommitGroup group, GroupResult result, GroupSize size, CancellationToken cancellationToken)
    {
        var messages = group.Decided.Count;
        if (messages == 0)
        {
            return;
        }

        if (group.IsFull)
        {
            size.LimitTo(messages);
        }

        var metConflict = false;
        var commit = await transactions.CommitAsync(group.Writes, cancellationToken, () =>
        {
            metConflict = true;
            size.ShrinkAfterConflict(messages);
        });
        if (!commit.IsCommitted)
        {
            refused.Classify(group, commit, result);
            return;
        }

        result.Committed.AddRange(group.Decided.Select(decided => new CommittedMessage(decided.Pending, decided.Events)));
        metrics.Committed(messages);
        if (!metConflict)
        {
            size.Grow();
        }
    }
}

/// <summary>What came of one try of a group. Messages in none of the lists have their outcome already.</summary>
internal sealed class GroupResult
{
    /// <summary>Committed, by this group or before it.</summary>
    public List<CommittedMessage> Committed { get; } = [];

    /// <summary>Cannot be decided beside the others: first in the next group.</summary>
    public List<PendingDecision> ForNextGroup { get; } = [];

    /// <summary>Groups to be tried at once, one after the other.</summary>
    public List<IReadOnlyList<PendingDecision>> TryAgain { get; } = [];

    /// <summary>
    /// An earlier transaction committed it, and stored its events. A marker that cannot be read fails its own message alone.
    /// </summary>
    public void AddMarked(PendingDecision pending, Item marker, EventEmitter emitter)
    {
        try
        {
            Committed.Add(new(pending, emitter.StoredFor(pending.Cause, marker)));
        }
        catch (Exception exception)
        {
            pending.Fail(exception);
        }
    }
}
