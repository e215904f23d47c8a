using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Producer.Analytics;
using Workers.Producer.Callers;
using Workers.Producer.Http;

namespace Workers.Producer.Board;

/// <summary>How many orders came to which stage.</summary>
internal static class BoardRoutes
{
    public static void MapBoard(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/orders/board", ReadAsync)
            .WithTags("Orders")
            .WithSummary("How many orders came to which stage in a time range")
            .WithDescription(
                "From (included) and to (excluded) are UTC times on whole minutes; today by default. The series has a point for each whole day, and "
                + "for each hour of a part of one; 100 points at most. A part of a day may be at most 7 days ago.")
            .RequireAuthorization(SignIn.Staff)
            .ProducesValidationProblem();

    private static async Task<Ok<OrderBoard>> ReadAsync(
        BoardStore store,
        TimeProvider time,
        CancellationToken cancellationToken,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null)
    {
        var range = TimeRange.Of(from, to, TimeSpan.FromMinutes(1), time.GetUtcNow());
        return TypedResults.Ok(OrderBoard.Of(range, await store.ReadAsync(range, cancellationToken)));
    }
}
