using Workers.Contracts;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Torture.Trade;

namespace Workers.Torture.Checks;

/// <summary>Which events must have been emitted, given what was put in and the states that orders ended in.</summary>
internal sealed class Expectations
{
    private const decimal HighValue = 100m;
    private const string Channel = "webhook";

    private readonly Findings _findings;
    private readonly Dictionary<string, string> _notifications = [];
    private readonly HashSet<string> _emitted = [];
    private readonly List<string> _missing = [];
    private readonly Dictionary<string, Order> _byEvent;

    public Expectations(Books books, Findings findings)
    {
        _findings = findings;
        _byEvent = books.Orders.Values.SelectMany(order => order.PlacedBy.Distinct().Select(placed => (placed, order)))
            .ToDictionary(pair => pair.placed, pair => pair.order);
        foreach (var order in books.Orders.Values)
        {
            ExpectOf(order);
        }

        foreach (var alert in findings.Archive.Of(EventNames.LowStockAlert.DetailType).Where(IsOfAnOrder))
        {
            _emitted.Add(alert.EventId);
            Notify("low-stock", "LowStockAlertHandler", alert.EventId);
        }
    }

    /// <summary>The ids of what workers must have emitted.</summary>
    public IReadOnlySet<string> Emitted => _emitted;

    /// <summary>The ids of notifications that must have been sent, and of their Notification Sent.</summary>
    public IReadOnlyDictionary<string, string> Notifications => _notifications;

    /// <summary>Orders whose outcome no event on the bus tells.</summary>
    public IReadOnlyCollection<string> Untold => _missing;

    private void ExpectOf(Order order)
    {
        if (order.PlacedBy is not [])
        {
            NotifyOnce("order-received", "OrderPlacedHandler", order.PlacedBy);
        }

        if (order.PlacedBy is not [] && order.Amount >= HighValue)
        {
            NotifyOnce("high-value-order", "HighValueOrderHandler", order.PlacedBy);
        }

        if (order.CancelledBy is { } cancelled)
        {
            Notify("order-cancelled", "OrderCancelledHandler", cancelled);
        }

        switch (_findings.Reservations.GetValueOrDefault(order.OrderId).State)
        {
            case "Reserved":
                Tell(order, EventNames.InventoryReserved, "order-confirmed", "InventoryReservedHandler");
                break;
            case "Released":
                Tell(order, EventNames.InventoryReserved, "order-confirmed", "InventoryReservedHandler");
                _emitted.Add(Id(order.CancelledBy!, "Inventory.OrderCancelledHandler", EventNames.InventoryReleased, order.OrderId));
                break;
            case "Rejected":
                Tell(order, EventNames.ReservationFailed, "order-failed", "ReservationFailedHandler");
                break;
        }
    }

    /// <summary>Of an order's Order Placed events the first one decided it; which that was shows in the id.</summary>
    private void Tell(Order order, EventName name, string template, string handler)
    {
        var told = order.PlacedBy.Distinct()
            .Select(placed => Id(placed, "Inventory.OrderPlacedHandler", name, order.OrderId))
            .Where(_findings.Archive.Events.ContainsKey)
            .ToList();
        if (told is [var one])
        {
            _emitted.Add(one);
            Notify(template, handler, one);
        }
        else
        {
            _missing.Add($"{order.OrderId}: {told.Count} {name.DetailType}");
        }
    }

    /// <summary>Whichever of an order's events came first tells of it, and no other.</summary>
    private void NotifyOnce(string template, string handler, List<string> events) => Notify(
        template, handler, events.FirstOrDefault(placed => _findings.Notifications.Contains(IdOf(template, placed))) ?? events[0]);

    private void Notify(string template, string handler, string eventId)
    {
        var notification = IdOf(template, eventId);
        var sent = Id(eventId, $"Notification.{handler}", EventNames.NotificationSent, notification);
        _notifications[notification] = sent;
        _emitted.Add(sent);
    }

    private static string IdOf(string template, string eventId) => $"{template}#{Channel}#{eventId}";

    /// <summary>An alert's id follows from an order that could have caused it.</summary>
    private bool IsOfAnOrder(ArchivedEvent alert) =>
        alert.CausationId is { } cause
        && alert.ProductId is { } product
        && _byEvent.TryGetValue(cause, out var order)
        && order.Lines.ContainsKey(product)
        && alert.EventId == Id(cause, "Inventory.OrderPlacedHandler", EventNames.LowStockAlert, product);

    private static string Id(string cause, string handler, EventName name, string key) => EmittedEventId.For(cause, handler, name, key);
}
