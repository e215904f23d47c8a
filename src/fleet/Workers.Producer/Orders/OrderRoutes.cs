using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Contracts;
using Workers.Producer.Callers;
using Workers.Producer.Http;
using Workers.Producer.Publishing;

namespace Workers.Producer.Orders;

/// <summary>Orders: placed and cancelled by events, read from what the inventory worker made of them.</summary>
internal static class OrderRoutes
{
    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/orders").WithTags("Orders");
        orders.MapPost("", PlaceAsync)
            .WithSummary("Places an order")
            .WithDescription(
                "202 means that EventBridge took the order; what became of it is at Location. 409 where the orderId is another order's, as "
                + "far as is known by then. A customer who is signed in orders for itself alone.")
            .Accepts<PlaceOrder>("application/json")
            .RequireAuthorization(SignIn.Customer)
            .ProducesIntakeProblems();
        orders.MapPost("/{orderId}/cancel", CancelAsync)
            .WithSummary("Cancels an order, whether it has arrived or not")
            .WithDescription("A customer who is signed in cancels its own orders alone, and those only once they have arrived: 404 until then.")
            .Accepts<CancelOrder>(isOptional: true, "application/json")
            .RequireAuthorization(SignIn.Customer)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesIntakeProblems();
        orders.MapRead("/{orderId}", FindAsync)
            .WithSummary("What became of an order")
            .RequireAuthorization(SignIn.Customer)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Accepted<AcceptedOrder>> PlaceAsync(
        JsonBody order,
        Caller caller,
        EventIntake intake,
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

        var taken = await intake.PublishAsync(EventNames.OrderPlaced, order.Fields, order, cancellationToken);
        return Accepted(taken.OrderId!, taken);
    }

    private static async Task<Results<Accepted<AcceptedOrder>, ProblemHttpResult>> CancelAsync(
        string orderId,
        HttpResponse response,
        Caller caller,
        EventIntake intake,
        OrderStore store,
        JsonBody body,
        CancellationToken cancellationToken)
    {
        var cancellation = body.Fields;
        PathId.Set(cancellation, "orderId", orderId);
        cancellation["reason"] ??= CancelOrder.UsualReason;
        var order = await store.FindAsync(orderId, cancellationToken);
        if (!caller.Owns(order?.CustomerId))
        {
            return Unknown(response);
        }

        if (!caller.IsStaff || cancellation["customerId"] is null)
        {
            cancellation["customerId"] = order?.CustomerId;
        }
        else if (order?.CustomerId is { } owner && (string?)(cancellation["customerId"] as JsonValue)?.ToString() != owner)
        {
            throw new ProblemException(
                StatusCodes.Status409Conflict, "The order is another customer's.", "Nothing was published. Leave customerId out, or give the order's.");
        }

        var taken = await intake.PublishAsync(EventNames.OrderCancelled, cancellation, body, cancellationToken);
        return Accepted(orderId, taken);
    }

    private static async Task<Results<Ok<Order>, ProblemHttpResult>> FindAsync(
        string orderId,
        Caller caller,
        HttpResponse response,
        OrderStore store,
        CancellationToken cancellationToken) =>
        await store.FindAsync(orderId, cancellationToken) is { } order && caller.Owns(order.CustomerId)
            ? TypedResults.Ok(order)
            : Unknown(response);

    // Another customer's order is told as one that nobody placed: ids are no secret, but whose they are is.
    private static ProblemHttpResult Unknown(HttpResponse response)
    {
        response.Headers.RetryAfter = "1";
        return TypedResults.Problem(
            statusCode: StatusCodes.Status404NotFound,
            title: "The order is not known yet.",
            detail: "It may be on its way, or it was never placed.");
    }

    private static Accepted<AcceptedOrder> Accepted(string orderId, TakenEvent taken) =>
        TypedResults.Accepted($"/orders/{Uri.EscapeDataString(orderId)}", new AcceptedOrder(orderId, taken.Event.EventId));
}
