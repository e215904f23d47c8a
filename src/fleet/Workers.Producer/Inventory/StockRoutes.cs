using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Contracts;
using Workers.Contracts.Ranges;
using Workers.Events;
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
            .ProducesIntakeProblems();
        inventory.MapPost("/{productId}/restock", RestockAsync)
            .WithSummary("Adds units")
            .Accepts<Restock>("application/json")
            .ProducesIntakeProblems();
        inventory.MapRead("/{productId}", FindAsync)
            .WithSummary("One product's stock")
            .ProducesProblem(StatusCodes.Status404NotFound);
        inventory.MapRead("", ListAsync)
            .WithSummary("Every product's stock, page by page")
            .ProducesValidationProblem();
    }

    private static Task<Accepted<AcceptedStock>> SetAsync(
        string productId,
        JsonBody body,
        HttpRequest request,
        EventIntake intake,
        CancellationToken cancellationToken)
    {
        body.Fields.Remove("restock");
        return PublishAsync(productId, body.Fields, request, intake, cancellationToken);
    }

    private static async Task<Accepted<AcceptedStock>> RestockAsync(
        string productId,
        JsonBody body,
        HttpRequest request,
        EventIntake intake,
        CancellationToken cancellationToken)
    {
        var restock = body.Fields;
        if (restock["quantity"] is not { } quantity)
        {
            throw new InvalidRequestException("quantity", "must be given, from 1");
        }

        restock.Remove("quantity");
        restock.Remove("currentStock");
        restock["restock"] = quantity;
        try
        {
            return await PublishAsync(productId, restock, request, intake, cancellationToken);
        }
        catch (InvalidRequestException invalid)
        {
            throw new InvalidRequestException([.. invalid.Violations.Select(AsTheCallerCalledIt)]);
        }
    }

    private static Violation AsTheCallerCalledIt(Violation violation) =>
        violation.Field == "restock" ? violation with { Field = "quantity" } : violation;

    private static async Task<Accepted<AcceptedStock>> PublishAsync(
        string productId,
        JsonObject update,
        HttpRequest request,
        EventIntake intake,
        CancellationToken cancellationToken)
    {
        update["productId"] = productId;
        var taken = await intake.PublishAsync(EventNames.InventoryUpdated, update, request, cancellationToken);
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

        return next?.Length > Limits.Id
            ? throw new InvalidRequestException(nameof(next), "must be what the last page gave")
            : TypedResults.Ok(await store.ListAsync(limit, next, cancellationToken));
    }
}
