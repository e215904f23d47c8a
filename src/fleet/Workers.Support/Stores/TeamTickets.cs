using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Support.Tickets;
using Columns = Workers.Contracts.Tables.TeamTicketColumns;

namespace Workers.Support.Stores;

/// <summary>
/// Rows of the <c>team-tickets</c> table, written with the ticket's own. A team that a ticket has left keeps it in its list, as escalated.
/// </summary>
internal static class TeamTickets
{
    public static ItemKey Key(string bucket, string ticketId) =>
        new(Topology.TeamTicketsTable, Columns.Bucket, bucket, Columns.TicketId, ticketId);

    /// <summary>What the change makes of the lists; nothing before the ticket itself has come.</summary>
    public static IEnumerable<Write> Show(Ticket before, Ticket after)
    {
        if (after.Status is not { } status)
        {
            yield break;
        }

        yield return Row(Columns.All, after, $"{status}");
        yield return Row(Columns.OfTeam(after.Team), after, $"{status}");
        if (before.Opened is not null && before.Team != after.Team)
        {
            yield return Row(Columns.OfTeam(before.Team), after, Columns.Escalated);
        }
    }

    private static Update Row(string bucket, Ticket ticket, string status) => Write.Update(Key(bucket, ticket.TicketId))
        .Set(Columns.Status, status)
        .Set(Columns.Team, ticket.Team)
        .Set(Columns.CustomerId, ticket.Opened!.CustomerId)
        .Set(Columns.Priority, $"{ticket.Opened.Priority}")
        .Set(Columns.Subject, ticket.Opened.Subject)
        .Set(Columns.OpenedAt, ticket.OpenedAt)
        .Set(Columns.DueAt, ticket.DueAt);
}
