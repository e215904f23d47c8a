using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Ranges;
using Workers.Producer.Callers;
using Workers.Producer.Http;
using Workers.Producer.Publishing;

namespace Workers.Producer.Tickets;

/// <summary>What is done with tickets.</summary>
internal static class TicketNewsRoutes
{
    private const string By = "by";
    private const string Status = "status";

    private static readonly NameAttribute NameRule = new();

    public static void MapTicketNews(this IEndpointRouteBuilder routes)
    {
        Map(routes, "answer", "Says that the customer has an answer; the first one counts", TicketUpdate.Answered);
        Map(routes, "resolve", "Says that the matter is settled", TicketUpdate.Resolved);
    }

    private static void Map(IEndpointRouteBuilder routes, string verb, string summary, TicketUpdate update) =>
        routes.MapPost($"/tickets/{{ticketId}}/{verb}", (
                string ticketId, JsonBody body, Caller caller, TicketStore store, EventIntake intake, CancellationToken cancellation) =>
                TellAsync(update, ticketId, body, caller, store, intake, cancellation))
            .WithTags("Support")
            .WithSummary(summary)
            .WithDescription("404 where the ticket is not known, 409 where it is settled. For staff alone.")
            .Accepts<UpdateTicket>(isOptional: true, "application/json")
            .RequireAuthorization(SignIn.Staff)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesIntakeProblems();

    private static async Task<Accepted<AcceptedTicket>> TellAsync(
        TicketUpdate update,
        string ticketId,
        JsonBody body,
        Caller caller,
        TicketStore store,
        EventIntake intake,
        CancellationToken cancellationToken)
    {
        var news = body.Fields;
        PathId.Set(news, "ticketId", ticketId);
        if (news.ContainsKey(Status))
        {
            throw new InvalidRequestException(Status, "must be absent: the path says it");
        }

        news[Status] = $"{update}";
        SetTeller(news, caller);
        var ticket = await store.FindAsync(ticketId, cancellationToken) ?? throw TicketRoutes.Unknown();
        var taken = await intake.PublishAsync(
            EventNames.TicketUpdated, news, body, cancellationToken, refuse: () => RefuseWhereResolved(ticket));
        return TicketRoutes.Accepted(ticketId, taken);
    }

    // Not every subject that an identity provider makes is a name of ours.
    private static void SetTeller(JsonObject news, Caller caller)
    {
        if (caller.Id is null)
        {
            return;
        }

        if (news.ContainsKey(By))
        {
            throw new InvalidRequestException(By, "must be absent: it is who is signed in");
        }

        if (NameRule.IsValid(caller.Id))
        {
            news[By] = caller.Id;
        }
    }

    private static void RefuseWhereResolved(TicketAnswer ticket)
    {
        if (ticket.IsResolved)
        {
            throw new ProblemException(StatusCodes.Status409Conflict, "The ticket is settled.", "Nothing was published. Open another one.");
        }
    }
}
