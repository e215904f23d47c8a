using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>A ticket has its first team. Told once per ticket.</summary>
/// <param name="TicketId">Which ticket.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Team">Who has it now.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="Subject">What about, in a line.</param>
/// <param name="FirstAnswerDueAt">By when the customer needs an answer.</param>
/// <param name="ResolutionDueAt">By when it must be settled.</param>
/// <param name="Timestamp">When it was opened: both times count from here.</param>
/// <param name="Category">What kind of matter it is, where the customer said so.</param>
public sealed record TicketAssigned(
    [property: Id] string TicketId,
    [property: Id] string CustomerId,
    [property: Id] string Team,
    TicketPriority Priority,
    [property: Name] string Subject,
    [property: DueTime] DateTimeOffset FirstAnswerDueAt,
    [property: DueTime] DateTimeOffset ResolutionDueAt,
    DateTimeOffset Timestamp,
    [property: Name] string? Category = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
