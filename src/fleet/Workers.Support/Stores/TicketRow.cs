using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Support.Tickets;
using Columns = Workers.Contracts.Tables.TicketColumns;

namespace Workers.Support.Stores;

/// <summary>A row of the <c>tickets</c> table: everything that is known of a ticket.</summary>
internal static class TicketRow
{
    public static ItemKey Key(string ticketId) => new(Topology.TicketsTable, Columns.TicketId, ticketId);

    /// <summary>The ticket as it stands; one of which nothing is known where there is no row.</summary>
    public static Ticket Find(Items items, string ticketId) =>
        items.Find(Key(ticketId)) is { } row ? Read(ticketId, row) : new(ticketId);

    /// <summary>Writes the ticket, as long as it is what the decision was made on.</summary>
    public static Write Replace(Ticket before, Ticket after) => before.Version == 0
        ? Write.Insert(Key(after.TicketId), Of(after))
        : Of(after).Attributes
            .Aggregate(Write.Update(Key(after.TicketId)), (update, attribute) => update.Set(attribute.Key, attribute.Value))
            .When(Condition.Is(Columns.Version, before.Version));

    private static Ticket Read(string ticketId, Item row) => new(ticketId)
    {
        Version = (int)row.Number(Columns.Version)!.Value,
        Opened = OpenedOf(ticketId, row),
        OpenedAt = row.Time(Columns.OpenedAt) ?? default,
        Team = row.Text(Columns.Team) ?? "",
        Level = (int)(row.Number(Columns.Level) ?? 0),
        FirstAnswerDueAt = row.Time(Columns.FirstAnswerDueAt) ?? default,
        ResolutionDueAt = row.Time(Columns.ResolutionDueAt) ?? default,
        Answer = NewsOf(row, Columns.AnsweredAt, Columns.AnsweredBy, Columns.AnswerNote),
        Resolution = NewsOf(row, Columns.ResolvedAt, Columns.ResolvedBy, Columns.ResolutionNote),
        FirstAnswerEscalatedTo = row.Text(Columns.FirstAnswerEscalatedTo),
        ResolutionEscalatedTo = row.Text(Columns.ResolutionEscalatedTo),
    };

    private static TicketOpened? OpenedOf(string ticketId, Item row) => row.Text(Columns.CustomerId) is { } customerId
        ? new(
            ticketId,
            customerId,
            Enum.Parse<TicketPriority>(row.Text(Columns.Priority)!),
            row.Text(Columns.Subject)!,
            row.Text(Columns.Category),
            row.Text(Columns.Description))
        : null;

    private static TicketNews? NewsOf(Item row, string at, string by, string note) =>
        row.Time(at) is { } time ? new(time, row.Text(by), row.Text(note)) : null;

    private static Item Of(Ticket ticket)
    {
        var item = Item.Empty
            .With(Columns.Version, ticket.Version)
            .With(Columns.Status, ticket.Status?.ToString())
            .With(Columns.AnsweredAt, ticket.Answer?.At)
            .With(Columns.AnsweredBy, ticket.Answer?.By)
            .With(Columns.AnswerNote, ticket.Answer?.Note)
            .With(Columns.ResolvedAt, ticket.Resolution?.At)
            .With(Columns.ResolvedBy, ticket.Resolution?.By)
            .With(Columns.ResolutionNote, ticket.Resolution?.Note)
            .With(Columns.FirstAnswerEscalatedTo, ticket.FirstAnswerEscalatedTo)
            .With(Columns.ResolutionEscalatedTo, ticket.ResolutionEscalatedTo);
        return ticket.Opened is not { } opened ? item : item
            .With(Columns.CustomerId, opened.CustomerId)
            .With(Columns.Priority, opened.Priority.ToString())
            .With(Columns.Category, opened.Category)
            .With(Columns.Subject, opened.Subject)
            .With(Columns.Description, opened.Description)
            .With(Columns.Team, ticket.Team)
            .With(Columns.Level, ticket.Level)
            .With(Columns.OpenedAt, ticket.OpenedAt)
            .With(Columns.FirstAnswerDueAt, ticket.FirstAnswerDueAt)
            .With(Columns.ResolutionDueAt, ticket.ResolutionDueAt);
    }
}
