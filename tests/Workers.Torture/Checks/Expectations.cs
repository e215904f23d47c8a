using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.OrderHistory;
using Workers.Torture.Trade;
using Order = Workers.Torture.Trade.Order;

namespace Workers.Torture.Checks;

/// <summary>
/// Which events must have been emitted and which notifications sent, given what was put in and the states that everything ended in.
/// </summary>
internal sealed class Expectations
{
    private const decimal HighValue = 100m;

    private static readonly string[] Reserving = ["Inventory.OrderPlacedHandler", "Inventory.StockReservationRequestedHandler"];

    private readonly Findings _findings;
    private readonly Dictionary<(string DetailType, string About), (int Least, int Most)> _events = [];
    private readonly HashSet<string> _decided = [];
    private readonly HashSet<(string Template, string About)> _notifications = [];
    private readonly Dictionary<string, Order> _byEvent;
    private readonly IReadOnlyDictionary<string, Order> _orders;

    public Expectations(Books books, Findings findings)
    {
        _findings = findings;
        _orders = books.Orders;
        _byEvent = books.Orders.Values.SelectMany(order => order.PlacedBy.Distinct().Select(placed => (placed, order)))
            .ToDictionary(pair => pair.placed, pair => pair.order);
        foreach (var order in books.Orders.Values)
        {
            ExpectOfReservation(order);
            ExpectOfHistory(order.OrderId);
            ExpectOfProviders(order.OrderId);
            if (order.IsOrchestrated && order.PlacedBy is not [])
            {
                ExpectOfTheStateMachine(order.OrderId);
            }
        }

        foreach (var alert in findings.Archive.Of(EventNames.LowStockAlert.DetailType).Where(IsOfAnOrder))
        {
            _decided.Add(alert.EventId);
            _notifications.Add(("low-stock", alert.EventId));
        }

        foreach (var told in findings.Archive.Events.Values)
        {
            foreach (var template in TemplatesOf(told))
            {
                _notifications.Add((template, told.EventId));
            }
        }

        foreach (var (productId, last) in findings.PurchaseOrders)
        {
            ExpectOfPurchasing(productId, last.Number, last.State);
        }

        foreach (var raised in findings.Archive.Of(EventNames.PurchaseOrderRaised.DetailType))
        {
            _notifications.Add(("purchase-order", raised.EventId));
        }

        ExpectOfBehaviour(books);
        foreach (var notification in findings.Notifications)
        {
            Expect(EventNames.NotificationSent, notification.Id);
        }
    }

    /// <summary>How many distinct events of a detail-type there must be about an order or a notification.</summary>
    public IReadOnlyDictionary<(string DetailType, string About), (int Least, int Most)> Events => _events;

    /// <summary>The ids of events that must be on the bus exactly so.</summary>
    public IReadOnlySet<string> Decided => _decided;

    /// <summary>The templates that must have been sent about which order, or because of which alert.</summary>
    public IReadOnlySet<(string Template, string About)> Notifications => _notifications;

    /// <summary>What a notification is about, as <see cref="Notifications"/> has it.</summary>
    public static (string Template, string About) AboutOf(Notification notification) =>
        (notification.Template, notification.OrderId ?? notification.Id[(notification.Id.LastIndexOf('#') + 1)..]);

    /// <summary>What customers and teams are told because of an event, each time.</summary>
    private static IEnumerable<string> TemplatesOf(ArchivedEvent told) => told switch
    {
        { Step: nameof(OnboardingStep.Welcome) } => ["welcome"],
        { Step: nameof(OnboardingStep.FirstOrder) } => ["first-order-reminder"],
        _ when told.DetailType == EventNames.TicketAssigned.DetailType => ["ticket-assigned", "ticket-received"],
        _ when told.DetailType == EventNames.TicketEscalated.DetailType => ["ticket-escalated"],
        _ when told.DetailType == EventNames.TicketResolved.DetailType => ["ticket-resolved"],
        _ => [],
    };

    private void ExpectOfReservation(Order order)
    {
        if (order.PlacedBy is not [])
        {
            Notify("order-received", order.OrderId);
            if (order.Amount >= HighValue)
            {
                Notify("high-value-order", order.OrderId);
            }
        }

        switch (_findings.Reservations.GetValueOrDefault(order.OrderId).State)
        {
            case "Reserved" or "Shipped":
                Expect(EventNames.InventoryReserved, order.OrderId);
                Notify("order-confirmed", order.OrderId);
                break;
            case "Released":
                Expect(EventNames.InventoryReserved, order.OrderId);
                Expect(EventNames.InventoryReleased, order.OrderId);
                Notify("order-confirmed", order.OrderId);
                break;
            case "Rejected":
                Expect(EventNames.ReservationFailed, order.OrderId);
                break;
        }
    }

    /// <summary>It places the order. A request that comes when the order has ended is declined, and told so as a fact.</summary>
    private void ExpectOfTheStateMachine(string orderId)
    {
        Expect(EventNames.OrderPlaced, orderId);
        Allow(EventNames.ReservationFailed, orderId);
        Allow(EventNames.PaymentFailed, orderId);
    }

    /// <summary>All purchase orders before the last are closed, and each was raised.</summary>
    private void ExpectOfPurchasing(string productId, int last, string state)
    {
        for (var number = 1; number <= last; number++)
        {
            Expect(EventNames.PurchaseOrderRaised, DerivedId.OfPurchaseOrder(productId, number));
            if (number < last || state == "Closed")
            {
                Expect(EventNames.PurchaseOrderClosed, DerivedId.OfPurchaseOrder(productId, number));
            }
        }
    }

    private void ExpectOfBehaviour(Books books)
    {
        foreach (var (eventId, act) in books.Acts)
        {
            _decided.Add(EmittedEventId.For(eventId, "Analytics.BehaviourRecordedHandler", EventNames.BehaviourEnriched, act.SessionId));
        }

        foreach (var eventId in BehaviourChecks.ConversionsOf(books))
        {
            Expect(EventNames.ConversionRecorded, eventId);
        }
    }

    /// <summary>Each decided entry bears the id of the event that tells it.</summary>
    private void ExpectOfHistory(string orderId)
    {
        foreach (var entry in HistoryOf(orderId).Where(entry => entry.Entry.Kind is EntryKind.Decided))
        {
            _decided.Add(entry.EventId);
            var template = entry.Entry.Detail switch
            {
                OrderPaid => "order-paid",
                OrderFailed => "order-failed",
                OrderCancellationDecided => "order-cancelled",
                CancellationRefused => "cancellation-refused",
                _ => null,
            };
            if (template is not null)
            {
                Notify(template, orderId);
            }
        }
    }

    private void ExpectOfProviders(string orderId)
    {
        switch (_findings.Payments.GetValueOrDefault(orderId))
        {
            case "Charged" or "Refunding":
                Expect(EventNames.PaymentProcessed, orderId);
                break;
            case "Refunded":
                Expect(EventNames.PaymentRefunded, orderId);
                Expect(EventNames.PaymentProcessed, orderId);
                Notify("refund-issued", orderId);
                break;
            case "Declined":
                Expect(EventNames.PaymentFailed, orderId);
                break;
        }

        // Shipping answers the order's payment and, where it was late, the orders worker's question.
        var most = HistoryOf(orderId).Any(entry => entry.Entry.Detail is ShipmentOverdue) ? 2 : 1;
        switch (_findings.Shipments.GetValueOrDefault(orderId))
        {
            case "Created":
                Expect(EventNames.ShipmentCreated, orderId, most);
                Notify("order-shipped", orderId);
                break;
            case "Refused" or "Void":
                Expect(EventNames.ShippingFailed, orderId, most);
                break;
        }
    }

    private IReadOnlyList<RecordedEntry> HistoryOf(string orderId) => _findings.Histories.GetValueOrDefault(orderId) ?? [];

    private void Expect(EventName name, string about, int most = 1) => _events[(name.DetailType, about)] = (1, most);

    private void Allow(EventName name, string about) => _events.TryAdd((name.DetailType, about), (0, 1));

    private void Notify(string template, string orderId) => _notifications.Add((template, orderId));

    /// <summary>An alert's id follows from an order that could have caused it.</summary>
    private bool IsOfAnOrder(ArchivedEvent alert) =>
        alert.CausationId is { } cause
        && alert.ProductId is { } product
        && OrderOf(cause) is { } order
        && order.Lines.ContainsKey(product)
        && Reserving.Any(handler => alert.EventId == EmittedEventId.For(cause, handler, EventNames.LowStockAlert, product));

    /// <summary>The order that was placed by an event, or reserved upon it.</summary>
    private Order? OrderOf(string eventId) => _byEvent.GetValueOrDefault(eventId)
        ?? (_findings.Archive.Events.GetValueOrDefault(eventId)?.OrderId is { } orderId ? _orders.GetValueOrDefault(orderId) : null);
}
