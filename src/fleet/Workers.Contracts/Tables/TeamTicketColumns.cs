namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>team-tickets</c> table, a view that the support worker keeps and the API reads.</summary>
public static class TeamTicketColumns
{
    /// <summary>The partition key, as text: <see cref="All"/>, or what <see cref="OfTeam"/> makes of a team.</summary>
    public const string Bucket = "bucket";

    /// <summary>The sort key: a ticket, as text.</summary>
    public const string TicketId = "ticketId";

    /// <summary>What it is, as text: Open, Answered, Resolved; or Escalated, in the list of a team that has it no more.</summary>
    public const string Status = "status";

    /// <summary>Who has it now, as text.</summary>
    public const string Team = "team";

    /// <summary>Whose it is, as text.</summary>
    public const string CustomerId = "customerId";

    /// <summary>How urgent it is, as text.</summary>
    public const string Priority = "priority";

    /// <summary>What about, as text.</summary>
    public const string Subject = "subject";

    /// <summary>When it was opened, as text.</summary>
    public const string OpenedAt = "openedAt";

    /// <summary>By when the next promise is due, as text: the answer's time of an open ticket, else that of the settlement.</summary>
    public const string DueAt = "dueAt";

    /// <summary>The partition of every ticket.</summary>
    public const string All = "all";

    /// <summary>The status in the list of a team that has the ticket no more.</summary>
    public const string Escalated = "Escalated";

    /// <summary>The partition of a team's tickets.</summary>
    public static string OfTeam(string team) => $"team#{team}";
}
