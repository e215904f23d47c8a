using System.Text.Json.Serialization;
using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>
/// A ticket has missed a time that was promised, and goes to the next level, where there is one. Told at most once per ticket and
/// promise.
/// </summary>
/// <param name="TicketId">Which ticket.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Overdue">What was missed.</param>
/// <param name="OverdueSince">When it was due.</param>
/// <param name="Level">How often the ticket has gone to a next level by now.</param>
/// <param name="FromTeam">Who had it.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="Subject">What about, in a line.</param>
/// <param name="ResolutionDueAt">By when it must be settled.</param>
/// <param name="ToTeam">Who has it now; absent where there is no next level, and it stays.</param>
public sealed record TicketEscalated(
    [property: Id] string TicketId,
    [property: Id] string CustomerId,
    TicketPromise Overdue,
    DateTimeOffset OverdueSince,
    [property: Level] int Level,
    [property: Id] string FromTeam,
    TicketPriority Priority,
    [property: Name] string Subject,
    [property: DueTime] DateTimeOffset ResolutionDueAt,
    [property: Id] string? ToTeam = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => OverdueSince;

    /// <summary>Who has the ticket now.</summary>
    [JsonIgnore]
    public string Team => ToTeam ?? FromTeam;
}

/// <summary>What a customer who opens a ticket is promised a time for.</summary>
public enum TicketPromise
{
    /// <summary>That somebody answers.</summary>
    FirstAnswer,

    /// <summary>That the matter is settled.</summary>
    Resolution,
}
