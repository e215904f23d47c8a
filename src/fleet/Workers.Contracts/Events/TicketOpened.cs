using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>A customer asks for help.</summary>
/// <param name="TicketId">Under which number.</param>
/// <param name="CustomerId">Who.</param>
/// <param name="Priority">How urgent it is to them.</param>
/// <param name="Subject">What about, in a line.</param>
/// <param name="Category">What kind of matter it is, in the company's own words; the first team is chosen by it.</param>
/// <param name="Description">What happened.</param>
/// <param name="Timestamp">When.</param>
public sealed record TicketOpened(
    [property: Id] string TicketId,
    [property: Id] string CustomerId,
    TicketPriority Priority,
    [property: Name] string Subject,
    [property: Name] string? Category = null,
    [property: Text] string? Description = null,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}

/// <summary>How soon a ticket needs an answer.</summary>
public enum TicketPriority
{
    /// <summary>It can wait.</summary>
    Low,

    /// <summary>As most of them.</summary>
    Normal,

    /// <summary>Soon.</summary>
    High,

    /// <summary>At once.</summary>
    Urgent,
}
