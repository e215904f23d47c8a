using Workers.Events;

namespace Workers.OrderHistory;

/// <summary>One entry of an order's history.</summary>
/// <param name="Version">Its number: from 1, without a gap.</param>
/// <param name="Kind">What it did.</param>
/// <param name="Detail">What happened.</param>
/// <param name="OccurredAt">When it happened.</param>
public sealed record OrderEntry(int Version, EntryKind Kind, IEventDetail Detail, DateTimeOffset OccurredAt)
{
    /// <summary>Whether another company's program told it: such a fact is on record, and moves no money and no parcel.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Why it was ignored, or what it waits for.</summary>
    public string? Why { get; init; }

    /// <summary>The version under which it was noted as pending, for one that was applied later than it came.</summary>
    public int? CameAs { get; init; }
}

/// <summary>What an entry did to its order.</summary>
public enum EntryKind
{
    /// <summary>The orders worker decided it, and tells everybody.</summary>
    Decided,

    /// <summary>A fact that others told, which changed the order.</summary>
    Applied,

    /// <summary>A fact that came before its turn. It is applied by a later entry.</summary>
    Pending,

    /// <summary>A fact that changes nothing: it came twice, or after the order's end.</summary>
    Ignored,
}
