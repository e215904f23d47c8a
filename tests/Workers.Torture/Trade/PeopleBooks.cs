using System.Collections.Concurrent;

namespace Workers.Torture.Trade;

/// <summary>Who registered and which tickets were opened, as they were put in.</summary>
internal sealed class PeopleBooks
{
    private readonly ConcurrentDictionary<string, bool> _registered = [];
    private readonly ConcurrentDictionary<string, TicketFate> _tickets = [];
    private readonly ConcurrentDictionary<string, byte> _eventIds = [];

    /// <summary>By customer: whether an order of theirs was known before.</summary>
    public IReadOnlyDictionary<string, bool> Registered => _registered;

    /// <summary>By ticket.</summary>
    public IReadOnlyDictionary<string, TicketFate> Tickets => _tickets;

    /// <summary>The ids of all events that told of either.</summary>
    public ICollection<string> EventIds => _eventIds.Keys;

    public void Register(string customerId, bool hadOrdered) => _registered.TryAdd(customerId, hadOrdered);

    public void Open(string ticketId, TicketFate fate) => _tickets.TryAdd(ticketId, fate);

    public void Told(string eventId) => _eventIds.TryAdd(eventId, 0);
}

/// <summary>What was done with a ticket, sooner or later.</summary>
internal enum TicketFate
{
    /// <summary>Nothing.</summary>
    Forgotten,

    /// <summary>Somebody answered.</summary>
    Answered,

    /// <summary>Somebody settled it, and answered before or not.</summary>
    Resolved,
}
