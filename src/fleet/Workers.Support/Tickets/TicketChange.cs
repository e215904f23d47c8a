using Workers.Contracts.Events;
using Workers.Events;
using Columns = Workers.Contracts.Tables.TicketColumns;

namespace Workers.Support.Tickets;

/// <summary>What a fact makes of a ticket, and what follows from it: pure functions of the two and of the house's rules.</summary>
/// <param name="Ticket">The ticket after the fact; the very same where the fact changes nothing.</param>
/// <param name="Events">What is to be told.</param>
internal sealed record TicketChange(Ticket Ticket, params IReadOnlyList<IEventDetail> Events)
{
    /// <summary>The ticket itself has come. The first one of an id stands. What came before it takes effect now.</summary>
    public static TicketChange Open(Ticket ticket, TicketOpened opened, DateTimeOffset at, SupportPolicy policy)
    {
        if (ticket.Opened is not null)
        {
            return new(ticket);
        }

        var promises = policy.PromisesOf(opened.Priority);
        var after = Next(ticket) with
        {
            Opened = opened,
            OpenedAt = at,
            Team = policy.TeamOf(opened.Priority, opened.Category),
            FirstAnswerDueAt = at + promises.FirstAnswer,
            ResolutionDueAt = at + promises.Resolution,
        };
        return new(after, [Assigned(after), .. News(after)]);
    }

    /// <summary>Somebody has answered it, or settled it: the first answer and the first settlement stand.</summary>
    public static TicketChange Update(Ticket ticket, TicketUpdated update, DateTimeOffset at)
    {
        var news = new TicketNews(at, update.By, update.Note);
        return (update.Status, ticket) switch
        {
            (TicketUpdate.Answered, { Answer: null }) => Told(ticket, Next(ticket) with { Answer = news }),
            (TicketUpdate.Resolved, { Resolution: null }) => Told(ticket, Next(ticket) with { Resolution = news }),
            _ => new(ticket),
        };
    }

    /// <summary>The time of a promise is over. A promise that was not kept takes the ticket to the next level, once.</summary>
    public static TicketChange Miss(Ticket ticket, TicketPromise promise, SupportPolicy policy)
    {
        if (!IsMissed(ticket, promise))
        {
            return new(ticket);
        }

        var to = policy.LevelAfter(ticket.Team);
        var after = Next(ticket) with { Team = to ?? ticket.Team, Level = ticket.Level + (to is null ? 0 : 1) };
        return promise is TicketPromise.FirstAnswer
            ? new(after with { FirstAnswerEscalatedTo = to ?? Columns.Nobody }, Escalated(promise, ticket.FirstAnswerDueAt))
            : new(after with { ResolutionEscalatedTo = to ?? Columns.Nobody }, Escalated(promise, ticket.ResolutionDueAt));

        TicketEscalated Escalated(TicketPromise overdue, DateTimeOffset since) => new(
            ticket.TicketId,
            ticket.Opened!.CustomerId,
            overdue,
            since,
            after.Level,
            ticket.Team,
            ticket.Opened.Priority,
            ticket.Opened.Subject,
            ticket.ResolutionDueAt,
            to);
    }

    private static bool IsMissed(Ticket ticket, TicketPromise promise) => promise is TicketPromise.FirstAnswer
        ? ticket is { Status: TicketStatus.Open, FirstAnswerEscalatedTo: null }
        : ticket is { Status: TicketStatus.Open or TicketStatus.Answered, ResolutionEscalatedTo: null };

    private static Ticket Next(Ticket ticket) => ticket with { Version = ticket.Version + 1 };

    private static TicketChange Told(Ticket before, Ticket after) =>
        before.Opened is null || before.Status is TicketStatus.Resolved ? new(after) : new(after, [.. News(after)]);

    /// <summary>What the customer hears of an answer or a settlement. A settled ticket needs no answer.</summary>
    private static IEnumerable<IEventDetail> News(Ticket ticket) => ticket switch
    {
        { Resolution: { } resolution } =>
        [
            new TicketResolved(
                ticket.TicketId, ticket.Opened!.CustomerId, ticket.Team, ticket.Opened.Subject, resolution.At, resolution.By),
        ],
        { Answer: { } answer } =>
            [new TicketAnswered(ticket.TicketId, ticket.Opened!.CustomerId, ticket.Team, ticket.ResolutionDueAt, answer.At, answer.By)],
        _ => [],
    };

    private static TicketAssigned Assigned(Ticket ticket) => new(
        ticket.TicketId,
        ticket.Opened!.CustomerId,
        ticket.Team,
        ticket.Opened.Priority,
        ticket.Opened.Subject,
        ticket.FirstAnswerDueAt,
        ticket.ResolutionDueAt,
        ticket.OpenedAt,
        ticket.Opened.Category);
}
