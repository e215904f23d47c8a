using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>Somebody has answered a ticket, or settled it.</summary>
/// <param name="TicketId">Which ticket.</param>
/// <param name="Status">What became of it.</param>
/// <param name="By">Who did it, where they say so.</param>
/// <param name="Note">What they want to be on record.</param>
/// <param name="Timestamp">When.</param>
public sealed record TicketUpdated(
    [property: Id] string TicketId,
    TicketUpdate Status,
    [property: Name] string? By = null,
    [property: Text] string? Note = null,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}

/// <summary>What can be done with a ticket.</summary>
public enum TicketUpdate
{
    /// <summary>The customer has a first answer.</summary>
    Answered,

    /// <summary>The matter is settled. An end, and an answer too.</summary>
    Resolved,
}
