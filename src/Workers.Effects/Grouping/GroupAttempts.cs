using Microsoft.Extensions.Options;
using Workers.Effects.Committing;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;

namespace Workers.Effects.Grouping;

/// <summary>Tries groups: read, decide, commit. Whatever goes wrong ends in the attempt or in a member, never in an exception.</summary>
internal sealed class GroupAttempts(
    TransactionRunner transactions,
    Markers markers,
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
        var able = members.Where(HasPossibleKeys).ToList();
        if (await TryReadAsync(able, attempt, abandonment.Token) is { } group)
        {
            able.ForEach(member => Decide(member, group, attempt));
            await CommitAsync(group, attempt, size, abandonment.Token);
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

    private async Task<Group?> TryReadAsync(List<Member> members, Attempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            var keys = members.SelectMany(member => member.Keys).ToHashSet();
            return new Group(await transactions.ReadAsync(keys, cancellationToken));
        }
        catch (Exception exception)
        {
            Fail(members, exception, attempt);
            return null;
        }
    }

    private void Decide(Member member, Group group, Attempt attempt)
    {
        var cause = member.Message.Cause;
        if (group.Read.GetValueOrDefault(member.Marker) is { } marked)
        {
            attempt.Committed.Add(new(member, emitter.EventsOfDuplicate(cause, marked)));
            return;
        }

        try
        {
            var decision = member.Message.Decide(group.ItemsFor(member));
            DecisionRules.Ensure(decision.Writes, cause.HandlerName);
            var events = emitter.Compose(cause, decision.Emits);
            var decided = new Decided(member, [markers.Insert(member.Marker, events), .. decision.Writes], events);
            if (!group.TryJoin(decided, Fit.EnsureWrites(decided.Writes, group.Read)))
            {
                attempt.Deferred.Add(member);
            }
        }
        catch (Exception) when (group.IsUndecidedFor(member))
        {
            attempt.Deferred.Add(member);   // its fault may be a neighbour's write, which may never be committed
        }
        catch (Exception exception)
        {
            member.Fail(exception);
        }
    }

    private async Task CommitAsync(Group group, Attempt attempt, GroupSize size, CancellationToken cancellationToken)
    {
        if (group.Decided.Count == 0)
        {
            return;
        }

        try
        {
            var contended = false;
            var result = await transactions.CommitAsync(group.Writes, group.Read, cancellationToken, () =>
            {
                contended = true;
                size.Contended(group.Decided.Count);
            });
            if (!result.IsCommitted)
            {
                Sort(group, result, attempt);
                return;
            }

            attempt.Committed.AddRange(group.Decided.Select(decided => new Publication(decided.Member, decided.Events)));
            metrics.Committed(group.Decided.Count);
            if (!contended)
            {
                size.Committed();
            }
        }
        catch (Exception exception)
        {
            Fail([.. group.Decided.Select(decided => decided.Member)], exception, attempt);
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
                attempt.Committed.Add(new(member, emitter.EventsOfDuplicate(member.Message.Cause, marked)));
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
