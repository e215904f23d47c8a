using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Contracts;
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
            .Accepts<PlaceOrder>("application/json")
            .ProducesIntakeProblems();
        orders.MapPost("/{orderId}/cancel", CancelAsync)
            .WithSummary("Cancels an order, whether it has arrived or not")
            .Accepts<CancelOrder>(isOptional: true, "application/json")
            .ProducesIntakeProblems();
        orders.MapRead("/{orderId}", FindAsync)
            .WithSummary("What became of an order")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Accepted<AcceptedOrder>> PlaceAsync(
        JsonBody order,
        HttpRequest request,
        EventIntake intake,
        CancellationToken cancellationToken)
    {
        var taken = await intake.PublishAsync(EventNames.OrderPlaced, order.Fields, request, cancellationToken);
        return Accepted(taken.OrderId!, taken);
    }

    private static async Task<Accepted<AcceptedOrder>> CancelAsync(
        string orderId,
        HttpRequest request,
        EventIntake intake,
        OrderStore store,
        JsonBody body,
        CancellationToken cancellationToken)
    {
        var cancellation = body.Fields;
        cancellation["orderId"] = orderId;
        cancellation["reason"] ??= CancelOrder.UsualReason;
        cancellation["customerId"] ??= (await store.FindAsync(orderId, cancellationToken))?.CustomerId;

        var taken = await intake.PublishAsync(EventNames.OrderCancelled, cancellation, request, cancellationToken);
        return Accepted(orderId, taken);
    }

    private static async Task<Results<Ok<Order>, ProblemHttpResult>> FindAsync(
        string orderId,
        HttpResponse response,
        OrderStore store,
        CancellationToken cancellationToken)
    {
        if (await store.FindAsync(orderId, cancellationToken) is { } order)
        {
            return TypedResults.Ok(order);
        }

        response.Headers.RetryAfter = "1";
        return TypedResults.Problem(
            statusCode: StatusCodes.Status404NotFound,
            title: "The order is not known yet.",
            detail: "It may be on its way, or it was never placed.");
    }

    private static Accepted<AcceptedOrder> Accepted(string orderId, TakenEvent taken) =>
        TypedResults.Accepted($"/orders/{Uri.EscapeDataString(orderId)}", new AcceptedOrder(orderId, taken.Event.EventId));
}
