using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Effects.Publishing;
using Workers.Events.Publishing;

namespace Workers.Effects.Leases;

/// <summary>A claim that was granted, and the writes that only its owner can make.</summary>
/// <param name="Key">The claim's row.</param>
/// <param name="Owner">Whoever was granted it; no other claim has the same.</param>
/// <param name="Fence">How often the row was claimed, this time included.</param>
/// <param name="Until">When it ends, unless it is extended: <see cref="EffectsOptions.TakeoverMargin"/> after the lease.</param>
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

/// <summary>The attributes and states of a claim's row. Only TTL deletes it, so that the fence never goes back.</summary>
internal static class ClaimRow
{
    public const string State = "state";
    public const string Owner = "owner";
    public const string LeaseUntil = "leaseUntil";
    public const string Fence = "fence";

    /// <summary>Set by whoever claims the row. Ends by its owner, or lapses when the lease ends.</summary>
    public const string InProgress = "InProgress";

    /// <summary>Set by the owner, whose effect did not happen. Anyone may claim the row.</summary>
    public const string Released = "Released";

    /// <summary>Set by the owner, with the record of the effect. Final.</summary>
    public const string Completed = "Completed";

    public static bool IsCompleted(Item row) => row.Text(State) == Completed;
}
