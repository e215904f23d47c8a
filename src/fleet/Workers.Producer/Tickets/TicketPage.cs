using System.Text.Json.Serialization;

namespace Workers.Producer.Tickets;

/// <summary>Some tickets of a team, or of all, in the order of their ids.</summary>
/// <param name="Tickets">
/// The tickets; with a status or overdue asked for they may be fewer than limit, and none, while there is a next.
/// </param>
/// <param name="Next">Give it as next to read on; absent on the last page.</param>
internal sealed record TicketPage(
    IReadOnlyList<TicketPage.Entry> Tickets,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next)
{
    /// <summary>One ticket.</summary>
    /// <param name="TicketId">The ticket.</param>
    /// <param name="Status">Open, Answered, Resolved; or Escalated, in the list of a team that has it no more.</param>
    /// <param name="Overdue">Whether what the team owes it was due before now.</param>
    /// <param name="Team">Who has it now.</param>
    /// <param name="CustomerId">Whose it is.</param>
    /// <param name="Priority">Low, Normal, High or Urgent.</param>
    /// <param name="Subject">What about.</param>
    /// <param name="OpenedAt">When it was opened.</param>
    /// <param name="DueAt">By when it must be answered, or, once it is answered, settled.</param>
    internal sealed record Entry(
        string TicketId,
        string Status,
        bool Overdue,
        string Team,
        string CustomerId,
        string Priority,
        string Subject,
        string OpenedAt,
        string DueAt);
}
