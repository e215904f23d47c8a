using System.Globalization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Workers.Producer.Callers;
using Workers.Producer.Http;
using Workers.Producer.Orders;

namespace Workers.Producer.Following;

/// <summary>An order's changes, as they happen.</summary>
internal static class WatchRoutes
{
    private const string LastEventId = "Last-Event-ID";

    public static void MapWatches(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/orders/{orderId}/watch", WatchAsync)
            .WithTags("Orders")
            .WithSummary("Streams an order's changes until it has ended")
            .WithDescription(
                "Server-sent events: the id is the order's version, the event its status, the data the order as GET answers it. The first is the order "
                + "as it is, unless Last-Event-ID names that version. A comment comes every 15 seconds; the stream ends with an end of the order, or "
                + "after 10 minutes. 204 where the order has ended and the caller has seen it.")
            .WithMetadata(TakesNoPlace.Instance)
            .RequireAuthorization(SignIn.Customer)
            .Produces<OrderAnswer>(StatusCodes.Status200OK, OrderStream.ContentType)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .DisableRequestTimeout();

    private static async Task WatchAsync(
        string orderId,
        Caller caller,
        HttpContext call,
        OrderStore store,
        OrderWatches watches,
        IOptions<JsonOptions> json,
        CancellationToken cancellationToken)
    {
        var order = await store.ReadAsync(orderId, caller, cancellationToken);
        var seen = SeenBy(call.Request);
        if (order.HasEnded && seen >= order.Version)
        {
            call.Response.StatusCode = StatusCodes.Status204NoContent;   // tells a browser not to come back
            return;
        }

        await watches.WriteAsync(order, seen, new(call.Response, json), cancellationToken);
    }

    private static int SeenBy(HttpRequest request) =>
        int.TryParse(request.Headers[LastEventId].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
