using System.Collections.Concurrent;

namespace Workers.Torture.Trade;

/// <summary>What was put in, and nothing of what came out: what must come of it is the checks' business.</summary>
internal sealed class Books
{
    private readonly ConcurrentDictionary<string, Order> _orders = [];
    private readonly ConcurrentDictionary<string, (string ProductId, int Units)> _stockUpdates = [];
    private readonly ConcurrentDictionary<string, Act> _acts = [];
    private readonly ConcurrentBag<string> _poisonEvents = [];
    private readonly ConcurrentBag<(string Queue, string Body)> _poisonMessages = [];

    /// <summary>Customers and tickets.</summary>
    public PeopleBooks People { get; } = new();

    /// <summary>By id.</summary>
    public IReadOnlyDictionary<string, Order> Orders => _orders;

    /// <summary>Stockings and restocks, by the id of their event.</summary>
    public IReadOnlyDictionary<string, (string ProductId, int Units)> StockUpdates => _stockUpdates;

    /// <summary>What visitors did, by the id of its event.</summary>
    public IReadOnlyDictionary<string, Act> Acts => _acts;

    /// <summary>The ids of events on the bus that no worker can read.</summary>
    public IReadOnlyCollection<string> PoisonEvents => _poisonEvents;

    /// <summary>Messages that are no events.</summary>
    public IReadOnlyCollection<(string Queue, string Body)> PoisonMessages => _poisonMessages;

    /// <summary>Units that were ever put in of a product.</summary>
    public ILookup<string, int> Units => _stockUpdates.Values.ToLookup(update => update.ProductId, update => update.Units);

    public void Placed(Order order, string eventId)
    {
        _orders.TryAdd(order.OrderId, order);
        lock (order)
        {
            order.PlacedBy.Add(eventId);
        }
    }

    public void Cancelled(Order order, string eventId)
    {
        _orders.TryAdd(order.OrderId, order);
        order.CancelledBy = eventId;
    }

    public void Stocked(string productId, int units, string eventId) => _stockUpdates[eventId] = (productId, units);

    public void Acted(Act act, string eventId) => _acts[eventId] = act;

    public void PoisonedBus(string eventId) => _poisonEvents.Add(eventId);

    public void PoisonedQueue(string queue, string body) => _poisonMessages.Add((queue, body));
}
