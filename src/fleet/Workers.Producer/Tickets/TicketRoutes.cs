using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Contracts;
using Workers.Producer.Callers;
using Workers.Producer.Http;
using Workers.Producer.Publishing;

namespace Workers.Producer.Tickets;

/// <summary>Tickets: opened by events, read from what the support worker made of them.</summary>
internal static class TicketRoutes
{
    public static void MapTickets(this IEndpointRouteBuilder routes)
    {
        var tickets = routes.MapGroup("/tickets").WithTags("Support");
        tickets.MapPost("", OpenAsync)
            .WithSummary("Opens a ticket")
            .WithDescription(
                "202 means that EventBridge took it; who has it, and by when it is answered, is at Location. 409 where the ticketId is "
                + "another ticket's, as far as is known by then. A customer who is signed in opens its own alone.")
            .Accepts<OpenTicket>("application/json")
            .RequireAuthorization(SignIn.Customer)
            .ProducesIntakeProblems();
        tickets.MapRead("/{ticketId}", FindAsync)
            .WithSummary("A ticket, who has it, and by when it is due")
            .WithDescription("A customer who is signed in sees its own alone, without the names and notes of those who dealt with it.")
            .RequireAuthorization(SignIn.Customer)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Accepted<AcceptedTicket>> OpenAsync(
        JsonBody body, Caller caller, TicketStore store, EventIntake intake, CancellationToken cancellationToken)
    {
        var ticket = body.Fields;
        if (!caller.IsStaff)
        {
            ticket["customerId"] ??= caller.Id;
            if (!caller.Owns(ticket["customerId"]?.ToString()))
            {
                throw new ProblemException(
                    StatusCodes.Status403Forbidden,
                    "The ticket is not your own.",
                    "Nothing was published. customerId must be yours, or absent.");
            }
        }

        ticket["priority"] ??= OpenTicket.UsualPriority;
        var known = ticket["ticketId"] is { } id ? await store.FindAsync(id.ToString(), cancellationToken) : null;
        var isAnother = known is not null && IsAnother(known, ticket);
        var taken = await intake.PublishAsync(
            EventNames.TicketOpened, ticket, body, cancellationToken, refuse: () => RefuseTaken(isAnother));
        return Accepted(taken.TicketId!, taken);
    }

    private static bool IsAnother(TicketAnswer known, JsonObject ticket)
    {
        return !OpenTicket.Means(Text("priority"), known.Priority)
            || (known.CustomerId, known.Subject, known.Category, known.Description)
                != (Text("customerId"), Text("subject"), Text("category"), Text("description"));

        string? Text(string field) => ticket[field]?.ToString();
    }

    private static void RefuseTaken(bool isAnother)
    {
        if (isAnother)
        {
            throw new ProblemException(
                StatusCodes.Status409Conflict,
                "Another ticket has this ticketId.",
                "Nothing was published. Leave ticketId out, and one is made.");
        }
    }

    private static async Task<Ok<TicketAnswer>> FindAsync(
        string ticketId, Caller caller, TicketStore store, CancellationToken cancellationToken)
    {
        var ticket = await store.FindAsync(ticketId, cancellationToken);
        return !caller.Owns(ticket?.CustomerId) || ticket is null ? throw Unknown()
            : TypedResults.Ok(caller.IsStaff ? ticket : ticket.ForCustomer());
    }

    internal static Accepted<AcceptedTicket> Accepted(string ticketId, TakenEvent taken) =>
        TypedResults.Accepted($"/tickets/{Uri.EscapeDataString(ticketId)}", new AcceptedTicket(ticketId, taken.Event.EventId));

    internal static ProblemException Unknown() =>
        new(StatusCodes.Status404NotFound, "The ticket is not known yet.", "It may be on its way, or it was never opened.")
        {
            RetryAfter = TimeSpan.FromSeconds(1),
        };
}
