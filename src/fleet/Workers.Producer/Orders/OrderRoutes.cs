using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Contracts;
using Workers.OrderHistory;
using Workers.Producer.Callers;
using Workers.Producer.Following;
using Workers.Producer.History;
using Workers.Producer.Http;
using Workers.Producer.Pricing;
using Workers.Producer.Publishing;

namespace Workers.Producer.Orders;

/// <summary>Orders: placed by events, read from what the orders worker made of them.</summary>
internal static class OrderRoutes
{
    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/orders").WithTags("Orders");
        orders.MapPost("", PlaceAsync)
            .WithSummary("Places an order")
            .WithDescription(
                "202 means that EventBridge took the order; what became of it is at Location. 200 where the caller waited and the order has "
                + "ended. fulfilment says how its steps are led: choreographed, which it is where it is absent, or orchestrated. Tax and shipping are computed here: amount may be left out, be the sum of the lines, or that with tax and shipping. "
                + "409 where the orderId is another order's, as far as is known by then. A customer who is signed in orders for itself alone.")
            .Accepts<PlaceOrder>("application/json")
            .RequireAuthorization(SignIn.Customer)
            .AcceptsWait()
            .ProducesIntakeProblems();
        orders.MapRead("/{orderId}", FindAsync)
            .WithSummary("What became of an order")
            .WithDescription(
                "version shows the order as of an entry of its history; at, a time of ISO 8601 with its offset, shows what was on record then.")
            .RequireAuthorization(SignIn.Customer)
            .AcceptsWait()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<AcceptedOrder>, Accepted<AcceptedOrder>>> PlaceAsync(
        JsonBody order,
        Caller caller,
        HttpContext call,
        OrderPricing pricing,
        EventIntake intake,
        OrderWaits waits,
        CancellationToken cancellationToken)
    {
        if (!caller.IsStaff)
        {
            order.Fields["customerId"] ??= caller.Id;
            if (!caller.Owns(order.Fields["customerId"]?.ToString()))
            {
                throw new ProblemException(
                    StatusCodes.Status403Forbidden, "The order is not your own.", "Nothing was published. customerId must be yours, or absent.");
            }
        }

        PlaceOrder.RefuseUnreadableId(order.Fields);
        pricing.Price(order.Fields);
        var taken = await intake.PublishAsync(EventNames.OrderPlaced, order.Fields, order, cancellationToken);
        var known = await waits.UntilEndedAsync(call, taken.OrderId!, known: null);
        return known is { HasEnded: true }
            ? Ended(call.Response, taken, known)
            : Accepted(call.Response, taken, known);
    }

    private static async Task<Results<Ok<OrderAnswer>, ProblemHttpResult>> FindAsync(
        string orderId,
        Caller caller,
        HttpContext call,
        OrderStore store,
        OrderPast past,
        OrderWaits waits,
        CancellationToken cancellationToken,
        int? version = null,
        string? at = null)
    {
        if (version is not null && at is not null)
        {
            throw new InvalidRequestException(nameof(at), "must be absent beside version");
        }

        if (version is null && at is null)
        {
            var found = await store.FindAsync(orderId, cancellationToken);
            var own = caller.Owns(found?.CustomerId) ? found : null;
            return await waits.UntilEndedAsync(call, orderId, own) is { } known ? Answer(known) : UnknownOrder.Answer(call.Response);
        }

        await store.ReadAsync(orderId, caller, cancellationToken);
        return Answer(version is { } number
            ? await past.AtVersionAsync(orderId, number, cancellationToken)
            : await past.AtTimeAsync(orderId, at!, cancellationToken));
    }

    private static Ok<OrderAnswer> Answer(Order order) => TypedResults.Ok(OrderAnswer.Of(order));

    private static Ok<AcceptedOrder> Ended(HttpResponse response, TakenEvent taken, Order order)
    {
        response.Headers.Location = PathOf(taken);
        return TypedResults.Ok(new AcceptedOrder(taken.OrderId!, taken.Event.EventId, OrderAnswer.Of(order)));
    }

    /// <summary>The answer about an order whose event was taken, and of which more is known later.</summary>
    public static Accepted<AcceptedOrder> Accepted(HttpResponse response, TakenEvent taken, Order? known = null)
    {
        response.Headers.RetryAfter = "1";
        return TypedResults.Accepted(
            PathOf(taken), new AcceptedOrder(taken.OrderId!, taken.Event.EventId, known is null ? null : OrderAnswer.Of(known)));
    }

    private static string PathOf(TakenEvent taken) => $"/orders/{Uri.EscapeDataString(taken.OrderId!)}";
}
