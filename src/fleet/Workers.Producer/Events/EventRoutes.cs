using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Producer.Callers;
using Workers.Producer.Http;
using Workers.Producer.Publishing;

namespace Workers.Producer.Events;

/// <summary>Any event that workers do not emit themselves.</summary>
internal static class EventRoutes
{
    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/events", PublishAsync)
            .WithTags("Events")
            .WithSummary("Publishes an event")
            .WithDescription(
                "Either eventType (such as OrderPlaced) with the event's fields beside it, or detail-type and detail, with a source for the "
                + "foreign shapes. Whatever is registered may be posted, but for what workers alone emit; a 400 lists the names. A foreign shape that has an eventId and a correlationId keeps them, over HTTP "
                + "as on the bus. metadata is refused: it is made here.")
            .Accepts<object>("application/json")
            .RequireAuthorization(SignIn.Staff)
            .ProducesIntakeProblems();

    private static async Task<Ok<PublishedEvent>> PublishAsync(
        JsonBody body,
        PostedEvents events,
        EventIntake intake,
        CancellationToken cancellationToken)
    {
        var posted = events.Read(body.Fields);
        var taken = await intake.PublishAsync(posted.Name, posted.Detail, body, cancellationToken);
        return TypedResults.Ok(new PublishedEvent(
            "Event published",
            posted.EventType,
            taken.Event.EventId,
            taken.OrderId,
            JsonElement.Parse(taken.Event.Detail)));
    }
}
