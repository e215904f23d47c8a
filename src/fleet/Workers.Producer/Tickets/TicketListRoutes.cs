using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Contracts.Tables;
using Workers.Producer.Callers;
using Workers.Producer.Http;

namespace Workers.Producer.Tickets;

/// <summary>The tickets of a team, and of all.</summary>
internal static class TicketListRoutes
{
    private const int UsualPage = 50;
    private const int LargestPage = 100;

    private static readonly string[] Statuses = ["Open", "Answered", "Resolved", TeamTicketColumns.Escalated];

    public static void MapTicketLists(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/tickets", ListAsync)
            .WithTags("Support")
            .WithSummary("The tickets of a team, or of all, page by page")
            .WithDescription(
                $"status is one of {string.Join(", ", Statuses)}; the last is of a ticket that has left the team. overdue is true or "
                + $"false. limit is from 1 to {LargestPage}, {UsualPage} by default; next is what the last page gave. A request looks at "
                + "500 tickets at most: with a status or overdue, a page may hold fewer than limit, even none, and still have a next. For staff alone.")
            .RequireAuthorization(SignIn.Staff);

    private static async Task<Ok<TicketPage>> ListAsync(
        TeamTicketStore store,
        CancellationToken cancellationToken,
        string? team = null,
        string? status = null,
        string? overdue = null,
        int limit = UsualPage,
        string? next = null)
    {
        if (limit is < 1 or > LargestPage)
        {
            throw new InvalidRequestException(nameof(limit), $"must be from 1 to {LargestPage}");
        }

        if (!string.IsNullOrEmpty(next) && !PathId.IsOne(next))
        {
            throw new InvalidRequestException(nameof(next), "must be what the last page gave");
        }

        var wanted = Wanted(StatusOf(status), OverdueOf(overdue));
        return TypedResults.Ok(team is null || PathId.IsOne(team)
            ? await store.ListAsync(team, wanted, limit, string.IsNullOrEmpty(next) ? null : next, cancellationToken)
            : new TicketPage([], Next: null));   // no team has such a name
    }

    private static string? StatusOf(string? status) => status is null ? null
        : Statuses.FirstOrDefault(name => name.Equals(status, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidRequestException(nameof(status), $"must be one of {string.Join(", ", Statuses)}");

    private static bool? OverdueOf(string? overdue) => overdue is null ? null
        : bool.TryParse(overdue, out var asked) ? asked
        : throw new InvalidRequestException(nameof(overdue), "must be true or false");

    private static Predicate<TicketPage.Entry>? Wanted(string? status, bool? overdue) => status is null && overdue is null
        ? null
        : entry => (status is null || entry.Status == status) && (overdue is null || entry.Overdue == overdue);
}
