using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>A ticket has its first answer, and waits to be settled. Told once per ticket; not of one that was settled before.</summary>
/// <param name="TicketId">Which ticket.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Team">Who has it now.</param>
/// <param name="ResolutionDueAt">By when it must be settled.</param>
/// <param name="Timestamp">When it was answered.</param>
/// <param name="By">Who answered, where they said so.</param>
public sealed record TicketAnswered(
    [property: Id] string TicketId,
    [property: Id] string CustomerId,
    [property: Id] string Team,
    [property: DueTime] DateTimeOffset ResolutionDueAt,
    DateTimeOffset Timestamp,
    [property: Name] string? By = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
