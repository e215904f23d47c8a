using Workers.Contracts.Ranges;

namespace Workers.Producer.Tickets;

/// <summary>The body of <c>POST /tickets</c>, for the API's description.</summary>
/// <param name="CustomerId">Whose matter it is; of a customer who is signed in, their own.</param>
/// <param name="Subject">What about, in a line.</param>
/// <param name="Priority">low, normal, high or urgent, whatever its case; medium is normal, and so is none.</param>
/// <param name="Category">What kind of matter it is, such as billing or technical.</param>
/// <param name="Description">What happened.</param>
/// <param name="TicketId">Its number; absent, one is made.</param>
internal sealed record OpenTicket(
    [property: Id] string CustomerId,
    [property: Name] string Subject,
    string? Priority = null,
    [property: Name] string? Category = null,
    [property: Text] string? Description = null,
    [property: Id] string? TicketId = null)
{
    public const string UsualPriority = "normal";

    /// <summary>Whether a caller's word for a priority is the one that a ticket has.</summary>
    public static bool Means(string? word, string priority) =>
        priority.Equals("medium".Equals(word, StringComparison.OrdinalIgnoreCase) ? UsualPriority : word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The body of <c>POST /tickets/{id}/answer</c> and <c>/resolve</c>, for the API's description.</summary>
/// <param name="By">Who did it; absent where somebody is signed in, who it is then.</param>
/// <param name="Note">What is to be on record; customers do not see it.</param>
internal sealed record UpdateTicket([property: Name] string? By = null, [property: Text] string? Note = null);

/// <summary>The answer to a ticket, or to news of one, that was taken.</summary>
/// <param name="TicketId">The ticket's id, given or made.</param>
/// <param name="EventId">The id of the event that carries it.</param>
internal sealed record AcceptedTicket(string TicketId, string EventId);
