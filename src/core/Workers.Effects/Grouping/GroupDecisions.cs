using Workers.Effects.Committing;
using Workers.Effects.Transactions;

namespace Workers.Effects.Grouping;

/// <summary>Has members decided, one after another, on one read of all that they named.</summary>
internal sealed class GroupDecisions(TransactionRunner transactions, Markers markers, Emitter emitter)
{
    /// <summary>Decides for those that can be committed together; the attempt or the members themselves know of all others.</summary>
    /// <exception cref="StoreUnavailableException">Their items cannot be read now.</exception>
    /// <exception cref="UnfitException">They can never be read, at least not together.</exception>
    public async Task<Group> DecideAsync(IReadOnlyList<Member> members, Attempt attempt, CancellationToken cancellationToken)
    {
        var keys = members.SelectMany(member => member.Keys).ToHashSet();
        var group = new Group(await transactions.ReadAsync(keys, cancellationToken));
        foreach (var member in members)
        {
            Decide(member, group, attempt);
        }

        return group;
    }

    private void Decide(Member member, Group group, Attempt attempt)
    {
        if (group.Read.GetValueOrDefault(member.Marker) is { } marker)
        {
            attempt.AddMarked(member, marker, emitter);
            return;
        }

        try
        {
            if (!group.IsOpenTo(member) || !TryJoin(member, group))
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

    private bool TryJoin(Member member, Group group)
    {
        var cause = member.Message.Cause;
        var decision = member.Message.Decide(group.ItemsFor(member));
        DecisionRules.Ensure(decision.Writes, cause.HandlerName);
        var events = emitter.Compose(cause, decision.Emits);
        var decided = new Decided(member, [markers.Insert(member.Marker, events), .. decision.Writes], events);
        return group.TryJoin(decided, Fit.EnsureWrites(decided.Writes, group.Read));
    }
}
