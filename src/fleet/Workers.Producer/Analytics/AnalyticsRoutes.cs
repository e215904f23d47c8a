using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Producer.Callers;
using Workers.Producer.Http;

namespace Workers.Producer.Analytics;

/// <summary>What the analytics worker counted.</summary>
internal static class AnalyticsRoutes
{
    private const int UsualTop = 10;
    private const int LargestTop = 100;

    public static void MapAnalytics(this IEndpointRouteBuilder routes)
    {
        var analytics = routes.MapGroup("/analytics").WithTags("Analytics");
        analytics.MapRead("/summary", SummariseAsync)
            .WithSummary("Totals of a time range")
            .WithDescription(
                "From (included) and to (excluded) are UTC times on whole minutes; today by default. Minutes are kept 7 days, days for ever. "
                + "A whole day is one read, and so is each hour of a part of one; 100 reads at most.")
            .RequireAuthorization(SignIn.Staff)
            .ProducesValidationProblem();
        analytics.MapRead("/products", RankAsync)
            .WithSummary("The products that sold most units")
            .WithDescription("From (included) and to (excluded) are UTC times on whole days; today by default, 100 days at most.")
            .RequireAuthorization(SignIn.Staff)
            .ProducesValidationProblem();
        analytics.MapRead("/conversions", ConvertAsync)
            .WithSummary("What visitors did, and how many of their sessions converted")
            .WithDescription(
                "From (included) and to (excluded) are UTC times on whole days; today by default, 100 days at most. Sessions count in the day "
                + "that they began in, events and purchases in their own.")
            .RequireAuthorization(SignIn.Staff)
            .ProducesValidationProblem();
    }

    private static async Task<Ok<Summary>> SummariseAsync(
        CounterStore store,
        TimeProvider time,
        CancellationToken cancellationToken,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null)
    {
        var range = TimeRange.Of(from, to, TimeSpan.FromMinutes(1), time.GetUtcNow());
        return TypedResults.Ok(Summary.Of(range, await store.SumAsync(range, cancellationToken)));
    }

    private static async Task<Ok<ProductRanking>> RankAsync(
        CounterStore store,
        TimeProvider time,
        CancellationToken cancellationToken,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        int top = UsualTop)
    {
        if (top is < 1 or > LargestTop)
        {
            throw new InvalidRequestException(nameof(top), $"must be from 1 to {LargestTop}");
        }

        var range = TimeRange.Of(from, to, TimeSpan.FromDays(1), time.GetUtcNow());
        return TypedResults.Ok(ProductRanking.Of(range, top, await store.SumProductsAsync(range, cancellationToken)));
    }

    private static async Task<Ok<Conversions>> ConvertAsync(
        CounterStore store,
        TimeProvider time,
        CancellationToken cancellationToken,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null)
    {
        var range = TimeRange.Of(from, to, TimeSpan.FromDays(1), time.GetUtcNow());
        return TypedResults.Ok(Conversions.Of(range, await store.SumBehaviourAsync(range, cancellationToken)));
    }
}
