using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Contracts.Events;
using Workers.Producer.Callers;
using Workers.Producer.Http;

namespace Workers.Producer.Customers;

/// <summary>What a customer has ordered.</summary>
internal static class CustomerRoutes
{
    private const int UsualPage = 20;
    private const int LargestPage = 100;

    // Of an order's status, the list knows what the orders worker decides. Reserved is a fact of inventory.
    private static readonly string[] Statuses = [.. Enum.GetNames<OrderStatus>().Except([nameof(OrderStatus.Reserved)])];

    public static void MapCustomers(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/customers/{customerId}/orders", ListAsync)
            .WithTags("Orders")
            .WithSummary("A customer's orders, newest first, page by page")
            .WithDescription(
                $"status is one of {string.Join(", ", Statuses)}; limit is from 1 to {LargestPage}, {UsualPage} by default; next is what the last page "
                + "gave. A request looks at 500 orders at most: with a status, a page may hold fewer than limit, even none, and still have a next. A "
                + "customer who is signed in sees its own alone.")
            .RequireAuthorization(SignIn.Customer);

    private static async Task<Ok<CustomerOrderPage>> ListAsync(
        string customerId,
        Caller caller,
        CustomerOrderStore store,
        CancellationToken cancellationToken,
        string? status = null,
        int limit = UsualPage,
        string? next = null)
    {
        if (!caller.Owns(customerId))
        {
            throw new ProblemException(StatusCodes.Status403Forbidden, "The orders are not your own.", "customerId must be yours.");
        }

        if (limit is < 1 or > LargestPage)
        {
            throw new InvalidRequestException(nameof(limit), $"must be from 1 to {LargestPage}");
        }

        var one = status is null ? null
            : Statuses.FirstOrDefault(name => name.Equals(status, StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidRequestException(nameof(status), $"must be one of {string.Join(", ", Statuses)}");
        return TypedResults.Ok(PathId.IsOne(customerId)
            ? await store.ListAsync(customerId, one, limit, next, cancellationToken)
            : new CustomerOrderPage(customerId, [], Next: null));   // nobody has such an id
    }
}
