using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
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
                "Either eventType (OrderPlaced, InventoryUpdate, OrderCancelled) with the event's fields beside it, or detail-type and "
                + "detail, with a source for the foreign shapes. An Idempotency-Key makes repeats one event.")
            .Accepts<object>("application/json")
            .ProducesIntakeProblems();

    private static async Task<Ok<PublishedEvent>> PublishAsync(
        JsonBody body,
        HttpRequest request,
        EventIntake intake,
        CancellationToken cancellationToken)
    {
        var posted = PostedEvent.Read(body.Fields);
        var taken = await intake.PublishAsync(posted.Name, posted.Detail, request, cancellationToken);
        return TypedResults.Ok(new PublishedEvent(
            "Event published",
            posted.EventType,
            taken.Event.EventId,
            taken.OrderId,
            JsonElement.Parse(taken.Event.Detail)));
    }
}
