using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>A ticket is settled. Told once per ticket.</summary>
/// <param name="TicketId">Which ticket.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Team">Who had it.</param>
/// <param name="Subject">What about, in a line.</param>
/// <param name="Timestamp">When it was settled.</param>
/// <param name="By">Who settled it, where they said so.</param>
public sealed record TicketResolved(
    [property: Id] string TicketId,
    [property: Id] string CustomerId,
    [property: Id] string Team,
    [property: Name] string Subject,
    DateTimeOffset Timestamp,
    [property: Name] string? By = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
