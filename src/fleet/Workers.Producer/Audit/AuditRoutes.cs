using Microsoft.AspNetCore.Http.HttpResults;
using Workers.AuditTrail;
using Workers.Producer.Callers;
using Workers.Producer.Http;

namespace Workers.Producer.Audit;

/// <summary>What is on record about an order, a product, a customer or a ticket.</summary>
internal static class AuditRoutes
{
    private const int UsualPage = 20;
    private const int LargestPage = 100;

    private static readonly string Expected =
        $"must be one of {string.Join(", ", AuditEntity.Kinds)}, then #, which a path has as %23, then an id, as in order%23ORD-1";

    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/audit/{entity}", ListAsync)
            .WithTags("Audit")
            .WithSummary("Every event about an order, a product, a customer or a ticket, oldest first, page by page")
            .WithDescription(
                $"entity {Expected}. From (included) and to (excluded) are times; limit is from 1 to {LargestPage}, {UsualPage} by default; "
                + "next is what the last page gave. A page ends early where its details get long. Nothing on record is an empty list. For "
                + "staff alone.")
            .RequireAuthorization(SignIn.Staff)
            .ProducesValidationProblem();

    private static async Task<Ok<AuditPage>> ListAsync(
        string entity,
        AuditStore store,
        CancellationToken cancellationToken,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        int limit = UsualPage,
        string? next = null)
    {
        if (limit is < 1 or > LargestPage)
        {
            throw new InvalidRequestException(nameof(limit), $"must be from 1 to {LargestPage}");
        }

        // Kestrel decodes all of a path but its slashes.
        var known = AuditEntity.Parse(entity.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidRequestException(nameof(entity), Expected);
        return TypedResults.Ok(await store.ListAsync(known, AuditRange.Of(from, to), limit, next, cancellationToken));
    }
}
