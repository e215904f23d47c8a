using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Contracts;
using Workers.Producer.Callers;
using Workers.Producer.Http;
using Workers.Producer.Idempotency;
using Workers.Producer.Publishing;

namespace Workers.Producer.Shipments;

/// <summary>What carriers tell of shipments.</summary>
internal static class ShipmentRoutes
{
    public static void MapShipments(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/shipments/{shipmentId}/delivered", DeliverAsync)
            .WithTags("Shipments")
            .WithSummary("Says that a shipment was handed over")
            .WithDescription(
                "A carrier calls it, with no body or an empty object. Every call about a shipment is the same event, with or without an "
                + "Idempotency-Key. 404 where there is no such shipment, 409 where no carrier has it.")
            .RequireAuthorization(SignIn.Staff)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesIntakeProblems();

    private static async Task<Accepted<AcceptedDelivery>> DeliverAsync(
        string shipmentId,
        JsonBody body,
        ShipmentStore shipments,
        RequestIdentities identities,
        EventIntake intake,
        CancellationToken cancellationToken)
    {
        if (body.Fields.Select(field => field.Key).FirstOrDefault() is { } field)
        {
            throw new InvalidRequestException(field, "must be absent: the path says it all");
        }

        var shipment = await shipments.FindAsync(shipmentId, cancellationToken)
            ?? throw new ProblemException(StatusCodes.Status404NotFound, "There is no such shipment.", "Nothing was published.");
        if (!shipment.IsOnItsWay)
        {
            throw new ProblemException(
                StatusCodes.Status409Conflict, "No carrier has this shipment.", $"It is {shipment.State}. Nothing was published.");
        }

        var taken = await intake.PublishAsync(
            EventNames.ShipmentDelivered, EventOf(shipment), identities.OfFact("shipment delivered", shipmentId), cancellationToken);
        return TypedResults.Accepted(
            $"/orders/{Uri.EscapeDataString(shipment.OrderId)}", new AcceptedDelivery(shipmentId, shipment.OrderId, taken.Event.EventId));
    }

    private static JsonObject EventOf(Shipment shipment) => new()
    {
        ["orderId"] = shipment.OrderId,
        ["customerId"] = shipment.CustomerId,
        ["shipmentId"] = shipment.ShipmentId,
    };
}
