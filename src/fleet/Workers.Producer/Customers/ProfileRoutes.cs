using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Producer.Callers;
using Workers.Producer.Http;

namespace Workers.Producer.Customers;

/// <summary>Who a customer is.</summary>
internal static class ProfileRoutes
{
    public static void MapProfiles(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/customers/{customerId}", FindAsync)
            .WithTags("Customers")
            .WithSummary("A customer's profile")
            .WithDescription(
                "It begins with a registration or with a first order, whichever is heard first. A customer who is signed in sees its own "
                + "alone.")
            .RequireAuthorization(SignIn.Customer)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Ok<CustomerProfile>> FindAsync(
        string customerId, Caller caller, ProfileStore store, CancellationToken cancellationToken)
    {
        if (!caller.Owns(customerId))
        {
            throw new ProblemException(StatusCodes.Status403Forbidden, "The profile is not your own.", "customerId must be yours.");
        }

        return TypedResults.Ok(await store.FindAsync(customerId, cancellationToken) ?? throw new ProblemException(
            StatusCodes.Status404NotFound, "The customer is not known yet.", "The registration may be on its way, or nobody has this id.")
        {
            RetryAfter = TimeSpan.FromSeconds(1),
        });
    }
}
