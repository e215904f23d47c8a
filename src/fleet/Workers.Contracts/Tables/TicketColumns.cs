namespace Workers.Contracts.Tables;

/// <summary>
/// The attributes of the <c>tickets</c> table, which the support worker writes. A row without a status remembers what was told of a ticket
/// that has not come itself yet.
/// </summary>
public static class TicketColumns
{
    /// <summary>The key: a ticket, as text.</summary>
    public const string TicketId = "ticketId";

    /// <summary>How many facts the row has taken, as a number from 1: every write is on condition of it.</summary>
    public const string Version = "version";

    /// <summary>What it is, as text: Open, Answered or Resolved; absent before it has come itself.</summary>
    public const string Status = "status";

    /// <summary>Whose it is, as text.</summary>
    public const string CustomerId = "customerId";

    /// <summary>How urgent it is, as text: Low, Normal, High or Urgent.</summary>
    public const string Priority = "priority";

    /// <summary>What kind of matter it is, as text; absent where nobody said.</summary>
    public const string Category = "category";

    /// <summary>What about, as text.</summary>
    public const string Subject = "subject";

    /// <summary>What happened, as text; absent where nobody said.</summary>
    public const string Description = "description";

    /// <summary>Who has it now, as text.</summary>
    public const string Team = "team";

    /// <summary>How often it has gone to a next level, as a number.</summary>
    public const string Level = "level";

    /// <summary>When it was opened, as text.</summary>
    public const string OpenedAt = "openedAt";

    /// <summary>By when it must be answered, as text.</summary>
    public const string FirstAnswerDueAt = "firstAnswerDueAt";

    /// <summary>By when it must be settled, as text.</summary>
    public const string ResolutionDueAt = "resolutionDueAt";

    /// <summary>When it was answered first, as text; absent unless it was.</summary>
    public const string AnsweredAt = "answeredAt";

    /// <summary>Who answered, as text; absent where nobody said.</summary>
    public const string AnsweredBy = "answeredBy";

    /// <summary>What the one who answered wanted on record, as text.</summary>
    public const string AnswerNote = "answerNote";

    /// <summary>When it was settled, as text; absent unless it was.</summary>
    public const string ResolvedAt = "resolvedAt";

    /// <summary>Who settled it, as text; absent where nobody said.</summary>
    public const string ResolvedBy = "resolvedBy";

    /// <summary>What the one who settled it wanted on record, as text.</summary>
    public const string ResolutionNote = "resolutionNote";

    /// <summary>
    /// The team that it went to because its answer was overdue, as text; <c>-</c> where there was no next level; absent unless it was.
    /// </summary>
    public const string FirstAnswerEscalatedTo = "firstAnswerEscalatedTo";

    /// <summary>
    /// The team that it went to because its settlement was overdue, as text; <c>-</c> where there was no next level; absent unless it was.
    /// </summary>
    public const string ResolutionEscalatedTo = "resolutionEscalatedTo";

    /// <summary>What stands for a team where there is no next level.</summary>
    public const string Nobody = "-";
}
