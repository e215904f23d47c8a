using Workers.Contracts.Events;

namespace Workers.Support.Tickets;

/// <summary>
/// What is known of a ticket. Every member is a fact that, once there, stays; so facts may come in any order. Before the ticket itself has
/// come, there may be an answer or a settlement that waits for it.
/// </summary>
internal sealed record Ticket(string TicketId)
{
    /// <summary>How many facts it has taken; 0 where nothing is known.</summary>
    public int Version { get; init; }

    /// <summary>What the customer said; null before that has come.</summary>
    public TicketOpened? Opened { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public string Team { get; init; } = "";

    public int Level { get; init; }

    public DateTimeOffset FirstAnswerDueAt { get; init; }

    public DateTimeOffset ResolutionDueAt { get; init; }

    public TicketNews? Answer { get; init; }

    public TicketNews? Resolution { get; init; }

    /// <summary>Where it went because its answer was overdue; null unless it was.</summary>
    public string? FirstAnswerEscalatedTo { get; init; }

    /// <summary>Where it went because its settlement was overdue; null unless it was.</summary>
    public string? ResolutionEscalatedTo { get; init; }

    public TicketStatus? Status =>
        Opened is null ? null
        : Resolution is not null ? TicketStatus.Resolved
        : Answer is not null ? TicketStatus.Answered
        : TicketStatus.Open;

    /// <summary>By when the next promise is due.</summary>
    public DateTimeOffset DueAt => Status is TicketStatus.Open ? FirstAnswerDueAt : ResolutionDueAt;
}

/// <summary>That something was done with a ticket.</summary>
internal sealed record TicketNews(DateTimeOffset At, string? By, string? Note);

/// <summary>What a ticket is.</summary>
internal enum TicketStatus
{
    /// <summary>Nobody has answered.</summary>
    Open,

    /// <summary>Somebody has answered.</summary>
    Answered,

    /// <summary>It is settled. An end.</summary>
    Resolved,
}
