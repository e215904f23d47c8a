using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Producer.Callers;
using Workers.Producer.Http;
using Workers.Producer.Orders;

namespace Workers.Producer.History;

/// <summary>The history of an order, entry by entry.</summary>
internal static class HistoryRoutes
{
    private const int LargestPage = 100;

    public static void MapHistory(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/orders/{orderId}/events", ListAsync)
            .WithTags("Orders")
            .WithSummary("An order's history, oldest first, page by page")
            .WithDescription(
                $"Each entry says what told it and what it was caused by. limit is from 1 to {LargestPage}, {LargestPage} by default; next is what the "
                + "last page gave. For staff alone: an ignored fact may be another customer's.")
            .RequireAuthorization(SignIn.Staff)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Ok<HistoryPage>> ListAsync(
        string orderId,
        HistoryStore history,
        CancellationToken cancellationToken,
        int limit = LargestPage,
        string? next = null)
    {
        if (limit is < 1 or > LargestPage)
        {
            throw new InvalidRequestException(nameof(limit), $"must be from 1 to {LargestPage}");
        }

        var after = VersionOf(next);
        var part = PathId.IsOne(orderId) ? await history.ReadAsync(orderId, after, limit, cancellationToken) : null;
        if (part is null || (part.Entries is [] && after == 0))
        {
            throw UnknownOrder.Problem();
        }

        return TypedResults.Ok(new HistoryPage(
            orderId,
            [.. part.Entries.Select(HistoryPage.Entry.Of)],
            part.HasMore ? part.Entries[^1].Entry.Version.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static int VersionOf(string? next) => next switch
    {
        null or "" => 0,
        _ when int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 => version,
        _ => throw new InvalidRequestException(nameof(next), "must be what the last page gave"),
    };
}
