using Microsoft.Extensions.Options;
using Workers.Effects.Committing;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;

namespace Workers.Effects.Grouping;

/// <summary>Tries groups: read, decide, commit. Whatever goes wrong ends in the attempt or in a member, never in an exception.</summary>
internal sealed class GroupAttempts(
    GroupDecisions decisions,
    TransactionRunner transactions,
    Emitter emitter,
    EffectsMetrics metrics,
    IOptions<EffectsOptions> options)
{
    /// <summary>Tries one group.</summary>
    /// <param name="members">Of distinct markers.</param>
    /// <param name="size">Learns of conflicts.</param>
    public async Task<Attempt> RunAsync(IReadOnlyList<Member> members, GroupSize size)
    {
        using var abandonment = new Abandonment(members);
        var attempt = new Attempt();
        var open = members.Where(HasPossibleKeys).ToList();
        try
        {
            var group = await decisions.DecideAsync(open, attempt, abandonment.Token);
            open = [.. group.Decided.Select(decided => decided.Member)];
            await CommitAsync(group, attempt, size, abandonment.Token);
        }
        catch (Exception exception)
        {
            Fail(open, exception, attempt);
        }

        return attempt;
    }

    private static bool HasPossibleKeys(Member member)
    {
        try
        {
            Fit.EnsureKeys([member.Marker, .. member.Message.Reads]);
            return true;
        }
        catch (UnfitException exception)
        {
            member.Fail(exception);
            return false;
        }
    }

    private async Task CommitAsync(Group group, Attempt attempt, GroupSize size, CancellationToken cancellationToken)
    {
        var messages = group.Decided.Count;
        if (messages == 0)
        {
            return;
        }

        if (group.IsFull)
        {
            size.Filled(messages);
        }

        var contended = false;
        var result = await transactions.CommitAsync(group.Writes, cancellationToken, () =>
        {
            contended = true;
            size.Contended(messages);
        });
        if (!result.IsCommitted)
        {
            Sort(group, result, attempt);
            return;
        }

        attempt.Committed.AddRange(group.Decided.Select(decided => new Publication(decided.Member, decided.Events)));
        metrics.Committed(messages);
        if (!contended)
        {
            size.Committed();
        }
    }

    /// <summary>Finds, in a refused group, who is done, who is in the way, and who only stood beside them.</summary>
    private void Sort(Group group, CommitResult result, Attempt attempt)
    {
        var refusals = group.Writes.Zip(result.Refusals)
            .Where(write => write.Second is { Kind: RefusalKind.ConditionFailed })
            .ToDictionary(write => write.First.Key, write => write.Second!);
        List<Member> bystanders = [];
        List<Member> refused = [];
        foreach (var (member, writes, _) in group.Decided)
        {
            if (refusals.GetValueOrDefault(member.Marker)?.Existing is { } marked)
            {
                attempt.AddMarked(member, marked, emitter);
            }
            else
            {
                (writes.Any(write => refusals.ContainsKey(write.Key)) ? refused : bystanders).Add(member);
            }
        }

        if (bystanders.Count > 0)
        {
            attempt.Again.Add(bystanders);
        }

        attempt.Again.AddRange(refused.Where(MayBeDecidedAgain).Select(member => (IReadOnlyList<Member>)[member]));
    }

    private bool MayBeDecidedAgain(Member member)
    {
        member.Refused();
        metrics.DecidedAgain(member.Message.Cause.HandlerName);
        if (member.Refusals < options.Value.MaxDecisions)
        {
            return true;
        }

        member.Settle(Outcome.Retry());
        return false;
    }

    /// <summary>What DynamoDB will never take has an author among the members: each half is tried without the other.</summary>
    private static void Fail(List<Member> members, Exception exception, Attempt attempt)
    {
        if (exception is UnfitException && members.Count > 1)
        {
            attempt.Again.AddRange(members.Chunk((members.Count + 1) / 2));
            return;
        }

        members.ForEach(member => member.Fail(exception));
    }
}
