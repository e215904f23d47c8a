using Workers.Effects.Decisions;

namespace Workers.Effects.Leases;

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
