using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Support.Stores;
using Workers.Support.Tickets;

namespace Workers.Support.Handlers;

/// <summary>
/// Lets a fact change its ticket. The ticket, the lists that show it and what is told are one transaction, on condition that the ticket is
/// what the decision was made on.
/// </summary>
/// <param name="ticketIdOf">The ticket that an event is about.</param>
/// <param name="change">What the fact makes of it.</param>
internal sealed class TicketHandler<TEvent>(Func<TEvent, string> ticketIdOf, Func<Ticket, EventMessage<TEvent>, TicketChange> change)
    : IDecide<TEvent>
    where TEvent : class, IEventDetail
{
    public IEnumerable<ItemKey> Reads(TEvent detail) => [TicketRow.Key(ticketIdOf(detail))];

    public Decision Decide(EventMessage<TEvent> message, Items items)
    {
        var ticket = TicketRow.Find(items, ticketIdOf(message.Detail));
        var (after, events) = change(ticket, message);
        return after == ticket
            ? Decision.Nothing
            : Decision
                .Commit([TicketRow.Replace(ticket, after), .. TeamTickets.Show(ticket, after)])
                .Emit([.. events.Select(told => new Emission(told, ticket.TicketId))]);
    }
}
