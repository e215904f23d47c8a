using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Events.Publishing;

namespace Workers.Effects.Leases;

/// <summary>A claim that was granted, and the writes that only its owner can make.</summary>
/// <param name="Key">The claim's row.</param>
/// <param name="Owner">Whoever was granted it; no other claim has the same.</param>
/// <param name="Fence">How often the row was claimed, this time included.</param>
/// <param name="Until">When its lease ends, unless it is extended.</param>
internal sealed record Claim(ItemKey Key, string Owner, long Fence, DateTimeOffset Until)
{
    /// <summary>Moves the lease's end.</summary>
    public Update Extension(DateTimeOffset until) => IfMine().Set(ClaimRow.LeaseUntil, until);

    /// <summary>Gives the claim up. The row stays, and with it the fence.</summary>
    public Update Release() => IfMine().Set(ClaimRow.State, ClaimRow.Released);

    /// <summary>Ends the claim for good: the effect has happened, and emits these events.</summary>
    public Update Completion(IReadOnlyList<OutgoingEvent> events, long expiresAt) => IfMine()
        .Set(ClaimRow.State, ClaimRow.Completed)
        .Set(StoredEvents.Attribute, StoredEvents.ToAttribute(events))
        .Set(Markers.ExpiresAt, expiresAt);

    private Update IfMine() => Write.Update(Key).When(
        Condition.Is(ClaimRow.Owner, Owner),
        Condition.Is(ClaimRow.Fence, Fence),
        Condition.Is(ClaimRow.State, ClaimRow.InProgress));
}
