using System.Text.Json.Serialization;

namespace Workers.Producer.Tickets;

/// <summary>A ticket. It trails what happened by the moments that the support worker needs.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Status">Open, Answered or Resolved.</param>
/// <param name="Overdue">Whether what it waits for, an answer or its settlement, was due before now.</param>
/// <param name="CustomerId">Whose it is.</param>
/// <param name="Priority">Low, Normal, High or Urgent.</param>
/// <param name="Subject">What about.</param>
/// <param name="Team">Who has it.</param>
/// <param name="Level">How often it has gone to a next level.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="FirstAnswerDueAt">By when it must be answered.</param>
/// <param name="ResolutionDueAt">By when it must be settled.</param>
/// <param name="Category">What kind of matter it is.</param>
/// <param name="Description">What happened.</param>
/// <param name="FirstAnswerEscalatedTo">The team that it went to because its answer was overdue; - where there was no next level.</param>
/// <param name="ResolutionEscalatedTo">
/// The team that it went to because its settlement was overdue; - where there was no next level.
/// </param>
/// <param name="Answer">Its first answer; absent before.</param>
/// <param name="Resolution">Its settlement; absent before.</param>
internal sealed record TicketAnswer(
    string TicketId,
    string Status,
    bool Overdue,
    string CustomerId,
    string Priority,
    string Subject,
    string Team,
    int Level,
    string OpenedAt,
    string FirstAnswerDueAt,
    string ResolutionDueAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Category,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? FirstAnswerEscalatedTo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ResolutionEscalatedTo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TicketAnswer.News? Answer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TicketAnswer.News? Resolution)
{
    /// <summary>Whether it is settled.</summary>
    [JsonIgnore]
    public bool IsResolved => Resolution is not null;

    /// <summary>As its customer sees it: who of the company did what, and their notes, are the company's.</summary>
    public TicketAnswer ForCustomer() => this with { Answer = Answer?.WithoutNames(), Resolution = Resolution?.WithoutNames() };

    /// <summary>Something that was done.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">Who did it, where they said so.</param>
    /// <param name="Note">What they wanted on record.</param>
    internal sealed record News(
        string At,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note)
    {
        /// <summary>The time alone.</summary>
        public News WithoutNames() => new(At, null, null);
    }
}
