using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.OrderHistory;
using Workers.Producer.Callers;
using Workers.Producer.Http;
using Workers.Producer.Publishing;

namespace Workers.Producer.Orders;

/// <summary>Cancellations: asked for by an event, decided by the orders worker.</summary>
internal static class CancellationRoutes
{
    private const string CustomerId = "customerId";
    private const string RequestedBy = "requestedBy";

    public static void MapCancellations(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/orders/{orderId}/cancel", CancelAsync)
            .WithTags("Orders")
            .WithSummary("Asks for an order to be cancelled, whether it has arrived or not")
            .WithDescription(
                "202 means that the request was taken; the orders worker decides, and Location tells. 409 where the order is known to refuse: it "
                + "is paid, on its way, or has ended. A customer who is signed in cancels its own orders alone, and those only once they have "
                + "arrived: 404 until then.")
            .Accepts<CancelOrder>(isOptional: true, "application/json")
            .RequireAuthorization(SignIn.Customer)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesIntakeProblems();

    private static async Task<Accepted<AcceptedOrder>> CancelAsync(
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
        var order = await store.FindAsync(orderId, cancellationToken);
        if (!caller.Owns(order?.CustomerId))
        {
            throw UnknownOrder.Problem();
        }

        cancellation["reason"] ??= CancelOrder.UsualReason;
        SetCustomer(cancellation, caller, order);
        SetRequester(cancellation, caller);
        var taken = await intake.PublishAsync(
            EventNames.OrderCancellationRequested, cancellation, body, cancellationToken, refuse: () => RefuseWhereDecided(order));
        return OrderRoutes.Accepted(response, taken);
    }

    private static void SetCustomer(JsonObject cancellation, Caller caller, Order? order)
    {
        if (!caller.IsStaff || cancellation[CustomerId] is null)
        {
            cancellation[CustomerId] = order?.CustomerId;
        }
        else if (order?.CustomerId is { } owner && (cancellation[CustomerId] as JsonValue)?.ToString() != owner)
        {
            throw new ProblemException(
                StatusCodes.Status409Conflict, "The order is another customer's.", "Nothing was published. Leave customerId out, or give the order's.");
        }
    }

    // Not every subject that an identity provider makes is an id of ours.
    private static void SetRequester(JsonObject cancellation, Caller caller)
    {
        if (cancellation.ContainsKey(RequestedBy))
        {
            throw new InvalidRequestException(RequestedBy, "must be absent: it is who is signed in");
        }

        if (caller.Id is { } requester && PathId.IsOne(requester))
        {
            cancellation[RequestedBy] = requester;
        }
    }

    private static void RefuseWhereDecided(Order? order)
    {
        var reason = order?.Status switch
        {
            OrderStatus.Paid => "The order is paid.",
            OrderStatus.Completed => "The order is on its way.",
            OrderStatus.Failed => "The order has failed already.",
            OrderStatus.Cancelled => "The order is cancelled already.",
            _ => null,
        };
        if (reason is not null)
        {
            throw new ProblemException(StatusCodes.Status409Conflict, "The order cannot be cancelled.", $"{reason} Nothing was published.");
        }
    }
}
