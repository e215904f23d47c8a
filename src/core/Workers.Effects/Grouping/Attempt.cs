using Workers.Effects.Committing;
using Workers.Effects.Decisions;

namespace Workers.Effects.Grouping;

/// <summary>What came of one attempt at a group. Members in none of the lists have their outcome already.</summary>
internal sealed class Attempt
{
    /// <summary>Committed, by this group or before it.</summary>
    public List<Publication> Committed { get; } = [];

    /// <summary>Did not fit beside the others: first in the next group.</summary>
    public List<Member> Deferred { get; } = [];

    /// <summary>To be attempted at once, one group after the other.</summary>
    public List<IReadOnlyList<Member>> Again { get; } = [];

    /// <summary>An earlier transaction committed it, and stored its events. A marker that cannot be read fails its own message alone.</summary>
    public void AddMarked(Member member, Item marker, Emitter emitter)
    {
        try
        {
            Committed.Add(new(member, emitter.EventsOfDuplicate(member.Message.Cause, marker)));
        }
        catch (Exception exception)
        {
            member.Fail(exception);
        }
    }
}
