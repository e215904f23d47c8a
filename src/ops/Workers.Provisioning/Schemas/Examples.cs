using Workers.Contracts.Events;
using Workers.Events;

namespace Workers.Provisioning.Schemas;

/// <summary>Every event of ours, once with all its fields and once with the least.</summary>
internal static class Examples
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 14, 0, 0, 123, TimeSpan.FromHours(2));
    private static readonly OrderItem Laptop = new("LAPTOP-001", 2, 29.99m, "Laptop 14\"");
    private static readonly OrderItem Mouse = new("MOUSE-001", 1);

    private static readonly Dictionary<string, string> Said = new() { ["page"] = "/laptops", ["timeOnPage"] = "45" };
    private static readonly DateTimeOffset Later = Noon.AddSeconds(1.5);
    private static readonly Compensation[] Undone =
    [
        new("Payment Processed", "RefundPayment", new("pay-1", 70.76m)),
        new("Inventory Reserved", "ReleaseInventory", new(Items: [Laptop, Mouse])),
        new("Something Else", "UndoIt"),
    ];

    private const string Execution = "arn:aws:states:us-east-1:000000000000:execution:event-driven-workflow:1f0e";

    /// <summary>What every example is of.</summary>
    public static EventMetadata Metadata { get; } = new("E1", "C1", "P1", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    public static IReadOnlyList<(IEventDetail Full, IEventDetail Least)> All { get; } =
    [
        (new OrderPlaced("ORD-1", "CUST-1", [Laptop, Mouse], 70.76m, "1 Main Street", Noon, 59.98m, 5.79m, 4.99m, "orchestrated"), new OrderPlaced("ORD-1", "CUST-1", [Mouse], 0)),
        (new OrderCancelled("ORD-1", "changed my mind", "CUST-1", Noon), new OrderCancelled("ORD-1", "")),
        (new HighValueOrder("HIGH_VALUE_ORDER", "urgent", new("ORD-1", "CUST-1", [Mouse], 250)), new HighValueOrder("HIGH_VALUE_ORDER", "")),
        (new InventoryUpdated("LAPTOP-001", "Laptop", 5, 50, null, 10, Noon), new InventoryUpdated("LAPTOP-001", Restock: 20)),
        (new InventoryReserved("ORD-1", [Laptop, Mouse], Noon, "CUST-1", 59.98m), new InventoryReserved("ORD-1", [Mouse], Noon)),
        (new ReservationFailed("ORD-1", "LAPTOP-001", ReservationFailure.Other, "CUST-1", 2, 1, "The warehouse is closed"), new ReservationFailed("ORD-1", "LAPTOP-001", ReservationFailure.ProductNotFound)),
        (new OrderRefused("ORD-1", "CUST-2", 5, "Another order has this id."), new OrderRefused("ORD-1", "CUST-2", 0, "")),
        (new InventoryReleased("ORD-1", [Laptop, Mouse], Noon, "CUST-1"), new InventoryReleased("ORD-1", [Mouse], Noon)),
        (new LowStockAlert("LAPTOP-001", 9, 10, "Laptop"), new LowStockAlert("LAPTOP-001", 0, 0)),
        (new NotificationSent("low-stock#log#E1", "log", "warehouse", "low-stock", "ORD-1", "LAPTOP-001"), new NotificationSent("low-stock#log#E1", "log", "", "low-stock")),
        (new OrderCancellationRequested("ORD-1", "changed my mind", "CUST-1", "support", Noon), new OrderCancellationRequested("ORD-1", "")),
        (new OrderRecorded("ORD-1", "CUST-1", [Laptop, Mouse], 59.98m, 5.79m, 4.99m, 70.76m, Noon, 1, "1 Main Street", "orchestrated"),
            new OrderRecorded("ORD-1", "CUST-1", [Mouse], 0, 0, 0, 0, Noon, 2)),
        (new OrderPaid("ORD-1", "CUST-1", 70.76m, "pay-1", [Laptop, Mouse], Noon, Later, 4, "1 Main Street"),
            new OrderPaid("ORD-1", "CUST-1", 0, "pay-1", [Mouse], Noon, Later, 4)),
        (new OrderCompleted("ORD-1", "CUST-1", 70.76m, "ship-1", 1.5m, Noon, Later, 6), new OrderCompleted("ORD-1", "CUST-1", 0, "ship-1", 0, Noon, Noon, 6)),
        (new OrderFailed("ORD-1", "CUST-1", OrderStage.Shipping, "no such street", 70.76m, Undone, Noon, Later, 6),
            new OrderFailed("ORD-1", "CUST-1", OrderStage.Deadline, "", 0, [new("", "")], Noon, Later, 2)),
        (new OrderCancellationDecided("ORD-1", "CUST-1", 70.76m, "changed my mind", Noon, Later, 3), new OrderCancellationDecided("ORD-1", "CUST-1", 0, "", Noon, Noon, 2)),
        (new CancellationRefused("ORD-1", "CUST-1", OrderStatus.Paid, "the order is paid", Noon, Later, 5),
            new CancellationRefused("ORD-1", "CUST-1", OrderStatus.Completed, "", Noon, Noon, 7)),
        (new ShipmentOverdue("ORD-1", "CUST-1", Noon, Later, 5), new ShipmentOverdue("ORD-1", "CUST-1", Noon, Noon, 5)),
        (new DeadlinePassed("ORD-1", OrderStage.Payment), new DeadlinePassed("ORD-1", OrderStage.Shipping)),
        (new PaymentProcessed("ORD-1", "pay-1", "CUST-1", 70.76m, Noon), new PaymentProcessed("ORD-1", "pay-1")),
        (new PaymentFailed("ORD-1", "The card has no money.", "insufficient_funds", "CUST-1", 70.76m, "pay-1", Noon), new PaymentFailed("ORD-1", "")),
        (new PaymentRefunded("ORD-1", "CUST-1", "pay-1", 70.76m, Noon), new PaymentRefunded("ORD-1", "CUST-1", "pay-1", 0)),
        (new ShipmentCreated("ORD-1", "CUST-1", "ship-1", "Swift", "TRACK-1", Noon), new ShipmentCreated("ORD-1", "CUST-1", "ship-1", "", "TRACK-1")),
        (new ShippingFailed("ORD-1", "no such street", "CUST-1", Undone, Noon), new ShippingFailed("ORD-1", "")),
        (new WorkflowTriggered("WF-1", "ORD-1", Noon, new("ORD-1", "CUST-1", [Mouse], 250, "1 Main Street", Noon, Fulfilment: "orchestrated")),
            new WorkflowTriggered("WF-1", "ORD-1")),
        (new StockReservationRequested("ORD-1", "CUST-1", [Laptop, Mouse], 70.76m), new StockReservationRequested("ORD-1", "CUST-1", [Mouse], 0)),
        (new PaymentRequested("ORD-1", "CUST-1", 70.76m), new PaymentRequested("ORD-1", "CUST-1", 0)),
        (new ShipmentRequested("ORD-1", "CUST-1", 70.76m, [Laptop, Mouse], "1 Main Street"), new ShipmentRequested("ORD-1", "CUST-1", 0, [Mouse])),
        (new StockReleaseRequested("ORD-1", "CUST-1", "the payment was declined"), new StockReleaseRequested("ORD-1", "CUST-1", "")),
        (new RefundRequested("ORD-1", "CUST-1", "no carrier took it"), new RefundRequested("ORD-1", "CUST-1", "")),
        (new NothingReleased("ORD-1", "CUST-1", "nothing was reserved"), new NothingReleased("ORD-1", "CUST-1", "")),
        (new NothingRefunded("ORD-1", "CUST-1", "nothing was charged"), new NothingRefunded("ORD-1", "CUST-1", "")),
        (new WorkflowFailed("ORD-1", Execution, "TIMED_OUT", "States.Timeout"), new WorkflowFailed("ORD-1", Execution, "ABORTED", "")),
        (new ExecutionEnded(Execution, "TIMED_OUT", "States.Timeout", "ORD-1"), new ExecutionEnded(Execution, "ABORTED", "")),
        (new PurchaseOrderRaised("po-LAPTOP-001-2", "LAPTOP-001", 41, 2, Noon, "Laptop"), new PurchaseOrderRaised("po-LAPTOP-001-1", "LAPTOP-001", 1, 1, Noon)),
        (new PurchaseOrderClosed("po-LAPTOP-001-2", "LAPTOP-001", 41, 2, Noon, 40), new PurchaseOrderClosed("po-LAPTOP-001-1", "LAPTOP-001", 1, 1, Noon)),
        (new BehaviourRecorded("purchase", "USER-001", "SESS-001", 199.99m, "USD", Said, Noon), new BehaviourRecorded("page_view", "USER-001", "SESS-001")),
        (new BehaviourEnriched(
                "purchase", "USER-001", "SESS-001", Noon, "2026-01-15", 12, 2, 3, 61.5m, VisitorKind.Returning, true, BehaviourStep.Purchase, 100m, "EUR", 108m, "USD", "medium", Said),
            new BehaviourEnriched("signup", "USER-001", "SESS-001", Noon, "2026-01-15", 12, 1, 1, 0, VisitorKind.New, false)),
        (new ConversionRecorded("E1", "USER-001", "SESS-001", Noon, 100m, "EUR", 108m, "USD", "medium"), new ConversionRecorded("E1", "USER-001", "SESS-001", Noon)),
        (new ShipmentDelivered("ORD-1", "CUST-1", "ship-1", Noon), new ShipmentDelivered("ORD-1", "CUST-1", "ship-1")),
        (new UserRegistered("CUST-1", "ada@example.com", "Ada", Noon), new UserRegistered("CUST-1")),
        (new CustomerRegistered("CUST-1", Noon, Later, "ada@example.com", "Ada"), new CustomerRegistered("CUST-1", Noon, Later)),
        (new OnboardingStepDue("CUST-1", OnboardingStep.FirstOrder, Noon, "ada@example.com", "Ada"), new OnboardingStepDue("CUST-1", OnboardingStep.Welcome, Noon)),
        (new TicketOpened("TICKET-1", "CUST-1", TicketPriority.High, "Login issue", "technical", "Cannot access my account", Noon),
            new TicketOpened("TICKET-1", "CUST-1", TicketPriority.Low, "")),
        (new TicketUpdated("TICKET-1", TicketUpdate.Resolved, "Sam", "reset the password", Noon), new TicketUpdated("TICKET-1", TicketUpdate.Answered)),
        (new TicketAssigned("TICKET-1", "CUST-1", "senior", TicketPriority.High, "Login issue", Later, Later, Noon, "technical"),
            new TicketAssigned("TICKET-1", "CUST-1", "general", TicketPriority.Low, "", Later, Later, Noon)),
        (new TicketAnswered("TICKET-1", "CUST-1", "senior", Later, Noon, "Sam"), new TicketAnswered("TICKET-1", "CUST-1", "senior", Later, Noon)),
        (new TicketEscalated("TICKET-1", "CUST-1", TicketPromise.FirstAnswer, Noon, 1, "general", TicketPriority.Normal, "Login issue", Later, "senior"),
            new TicketEscalated("TICKET-1", "CUST-1", TicketPromise.Resolution, Noon, 0, "management", TicketPriority.Urgent, "", Noon)),
        (new TicketResolved("TICKET-1", "CUST-1", "senior", "Login issue", Noon, "Sam"), new TicketResolved("TICKET-1", "CUST-1", "senior", "", Noon)),
    ];
}
