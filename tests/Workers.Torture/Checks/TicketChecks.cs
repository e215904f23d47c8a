using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Torture.Trade;

namespace Workers.Torture.Checks;

/// <summary>Tickets: each was assigned once, and escalated exactly as its row says, which is at most once for each promise.</summary>
internal static class TicketChecks
{
    /// <summary>Whether the checks here say how often an event must have been emitted.</summary>
    public static bool Covers(ArchivedEvent archived) =>
        ((string[])
        [
            EventNames.TicketAssigned.DetailType,
            EventNames.TicketAnswered.DetailType,
            EventNames.TicketEscalated.DetailType,
            EventNames.TicketResolved.DetailType,
        ]).Contains(archived.DetailType);

    public static IEnumerable<Check> Of(Books books, Findings findings)
    {
        var rows = findings.Tickets.ToDictionary(row => row[TicketColumns.TicketId].S);
        var told = findings.Archive.Events.Values.Where(Covers).ToLookup(archived => archived.TicketId!);
        var tickets = books.People.Tickets;
        yield return new(
            "every ticket was assigned once, and no other",
            [.. tickets.Keys.Union(told.Select(events => events.Key))
                .Where(id => Count(id, EventNames.TicketAssigned.DetailType) != (tickets.ContainsKey(id) ? 1 : 0))
                .Select(id => $"{id}: {Count(id, EventNames.TicketAssigned.DetailType)} times")],
            $"{tickets.Count} tickets");
        yield return new(
            "a ticket escalated exactly as its row says, once for a promise at most",
            [.. rows.Where(row => !Escalations(row.Key).SequenceEqual(SaidBy(row.Value)))
                .Select(row => $"{row.Key}: the row says {string.Join(", ", SaidBy(row.Value))}; told was {string.Join(", ", Escalations(row.Key))}")],
            $"{rows.Keys.Sum(id => Escalations(id).Count())} escalations");
        yield return new(
            "a ticket that nobody answered or settled missed each promise, and a settled one is told once",
            [.. tickets.Where(ticket => !IsAsItsFate(ticket.Key, ticket.Value)).Select(ticket => $"{ticket.Key} was {ticket.Value}: {Describe(ticket.Key)}")],
            string.Join(", ", tickets.Values.CountBy(fate => fate).OrderBy(fate => fate.Key).Select(fate => $"{fate.Value} {fate.Key}")));
        var lists = findings.TeamTickets.ToDictionary(
            row => (row[TeamTicketColumns.Bucket].S, row[TeamTicketColumns.TicketId].S), row => row[TeamTicketColumns.Status].S);
        yield return new(
            "the list of all and that of the team show what the ticket is",
            [.. rows.Where(row => lists.GetValueOrDefault((TeamTicketColumns.All, row.Key)) != Text(row.Value, TicketColumns.Status)
                    || lists.GetValueOrDefault((TeamTicketColumns.OfTeam(Text(row.Value, TicketColumns.Team)!), row.Key)) != Text(row.Value, TicketColumns.Status))
                .Select(row => row.Key)],
            $"{lists.Count} rows");

        int Count(string ticketId, string detailType) => told[ticketId].Count(archived => archived.DetailType == detailType);

        IEnumerable<string> Escalations(string ticketId) => told[ticketId]
            .Where(archived => archived.DetailType == EventNames.TicketEscalated.DetailType)
            .Select(archived => $"{archived.Overdue} to {archived.ToTeam ?? TicketColumns.Nobody}")
            .Order(StringComparer.Ordinal);

        bool IsAsItsFate(string ticketId, TicketFate fate) => rows.TryGetValue(ticketId, out var row) && fate switch
        {
            TicketFate.Forgotten => Text(row, TicketColumns.Status) == "Open" && SaidBy(row).Count() == 2,
            TicketFate.Answered => Text(row, TicketColumns.Status) == "Answered" && row.ContainsKey(TicketColumns.ResolutionEscalatedTo),
            _ => Text(row, TicketColumns.Status) == "Resolved" && Count(ticketId, EventNames.TicketResolved.DetailType) == 1,
        };

        string Describe(string ticketId) => rows.TryGetValue(ticketId, out var row)
            ? $"{Text(row, TicketColumns.Status)}, {string.Join(", ", SaidBy(row))}"
            : "no row";
    }

    private static IEnumerable<string> SaidBy(Dictionary<string, AttributeValue> row)
    {
        if (Text(row, TicketColumns.FirstAnswerEscalatedTo) is { } answer)
        {
            yield return $"{TicketPromise.FirstAnswer} to {answer}";
        }

        if (Text(row, TicketColumns.ResolutionEscalatedTo) is { } resolution)
        {
            yield return $"{TicketPromise.Resolution} to {resolution}";
        }
    }

    private static string? Text(Dictionary<string, AttributeValue> row, string name) => row.GetValueOrDefault(name)?.S;
}
