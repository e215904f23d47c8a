using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Contracts;
using Workers.Events;
using Workers.Producer.Callers;
using Workers.Producer.Http;
using Workers.Producer.Publishing;

namespace Workers.Producer.Inventory;

/// <summary>Stock: corrected and restocked by events, read from what the inventory worker keeps.</summary>
internal static class StockRoutes
{
    private const int UsualPage = 50;
    private const int LargestPage = 500;

    public static void MapInventory(this IEndpointRouteBuilder routes)
    {
        var inventory = routes.MapGroup("/inventory").WithTags("Inventory");
        inventory.MapPut("/{productId}", SetAsync)
            .WithSummary("Says how many units are available to sell")
            .Accepts<SetStock>("application/json")
            .RequireAuthorization(SignIn.Staff)
            .ProducesIntakeProblems();
        inventory.MapPost("/{productId}/restock", RestockAsync)
            .WithSummary("Adds units")
            .Accepts<Restock>("application/json")
            .RequireAuthorization(SignIn.Staff)
            .ProducesIntakeProblems();
        inventory.MapRead("/{productId}", FindAsync)
            .WithSummary("One product's stock")
            .RequireAuthorization(SignIn.Customer)
            .ProducesProblem(StatusCodes.Status404NotFound);
        inventory.MapRead("", ListAsync)
            .WithSummary("Every product's stock, page by page")
            .RequireAuthorization(SignIn.Customer)
            .ProducesValidationProblem();
    }

    private static Task<Accepted<AcceptedStock>> SetAsync(
        string productId,
        JsonBody body,
        EventIntake intake,
        CancellationToken cancellationToken)
    {
        RefuseField(body.Fields, "restock", "must be absent: POST to …/restock adds units");
        return PublishAsync(productId, body, intake, cancellationToken);
    }

    private static async Task<Accepted<AcceptedStock>> RestockAsync(
        string productId,
        JsonBody body,
        EventIntake intake,
        CancellationToken cancellationToken)
    {
        var restock = body.Fields;
        RefuseField(restock, "currentStock", "must be absent: PUT sets the units");
        RefuseField(restock, "restock", "must be absent: quantity says how many units");
        if (restock["quantity"] is not { } quantity)
        {
            throw new InvalidRequestException("quantity", "must be given, from 1");
        }

        restock.Remove("quantity");
        restock["restock"] = quantity;
        try
        {
            return await PublishAsync(productId, body, intake, cancellationToken);
        }
        catch (InvalidRequestException invalid)
        {
            throw new InvalidRequestException([.. invalid.Violations.Select(AsTheCallerCalledIt)]);
        }
    }

    private static Violation AsTheCallerCalledIt(Violation violation) =>
        violation.Field == "restock" ? violation with { Field = "quantity" } : violation;

    // A field that means something elsewhere is never dropped in silence.
    private static void RefuseField(JsonObject body, string field, string problem)
    {
        if (body.ContainsKey(field))
        {
            throw new InvalidRequestException(field, problem);
        }
    }

    private static async Task<Accepted<AcceptedStock>> PublishAsync(
        string productId,
        JsonBody update,
        EventIntake intake,
        CancellationToken cancellationToken)
    {
        PathId.Set(update.Fields, "productId", productId);
        var taken = await intake.PublishAsync(EventNames.InventoryUpdated, update.Fields, update, cancellationToken);
        return TypedResults.Accepted(
            $"/inventory/{Uri.EscapeDataString(productId)}", new AcceptedStock(productId, taken.Event.EventId));
    }

    private static async Task<Results<Ok<Stock>, ProblemHttpResult>> FindAsync(
        string productId,
        StockStore store,
        CancellationToken cancellationToken) =>
        await store.FindAsync(productId, cancellationToken) is { } stock
            ? TypedResults.Ok(stock)
            : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "Nobody ever stocked this product.");

    private static async Task<Ok<StockPage>> ListAsync(
        StockStore store,
        CancellationToken cancellationToken,
        int limit = UsualPage,
        string? next = null)
    {
        if (limit is < 1 or > LargestPage)
        {
            throw new InvalidRequestException(nameof(limit), $"must be from 1 to {LargestPage}");
        }

        return next is { Length: > 0 } && !PathId.IsOne(next)
            ? throw new InvalidRequestException(nameof(next), "must be what the last page gave")
            : TypedResults.Ok(await store.ListAsync(limit, next, cancellationToken));
    }
}
