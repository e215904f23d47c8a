using Workers.Events;

namespace Workers.Contracts;

/// <summary>Source and detail-type of every event that is understood here, ours first.</summary>
public static class EventNames
{
    /// <summary><see cref="Events.OrderPlaced"/>.</summary>
    public static EventName OrderPlaced { get; } = new(EventSources.Orders, "Order Placed");

    /// <summary><see cref="Events.OrderCancelled"/>.</summary>
    public static EventName OrderCancelled { get; } = new(EventSources.Orders, "Order Cancelled");

    /// <summary><see cref="Events.OrderCancellationRequested"/>.</summary>
    public static EventName OrderCancellationRequested { get; } = new(EventSources.Orders, "Order Cancellation Requested");

    /// <summary><see cref="Events.OrderRecorded"/>.</summary>
    public static EventName OrderRecorded { get; } = new(EventSources.Orders, "Order Recorded");

    /// <summary><see cref="Events.OrderCancellationDecided"/>.</summary>
    public static EventName OrderCancellationDecided { get; } = new(EventSources.Orders, "Order Cancellation Decided");

    /// <summary><see cref="Events.CancellationRefused"/>.</summary>
    public static EventName CancellationRefused { get; } = new(EventSources.Orders, "Cancellation Refused");

    /// <summary><see cref="Events.OrderPaid"/>.</summary>
    public static EventName OrderPaid { get; } = new(EventSources.Orders, "Order Paid");

    /// <summary><see cref="Events.OrderCompleted"/>.</summary>
    public static EventName OrderCompleted { get; } = new(EventSources.Orders, "Order Completed");

    /// <summary><see cref="Events.OrderFailed"/>.</summary>
    public static EventName OrderFailed { get; } = new(EventSources.Orders, "Order Failed");

    /// <summary><see cref="Events.ShipmentOverdue"/>.</summary>
    public static EventName ShipmentOverdue { get; } = new(EventSources.Orders, "Shipment Overdue");

    /// <summary><see cref="Events.DeadlinePassed"/>; never on the bus.</summary>
    public static EventName DeadlinePassed { get; } = new(EventSources.Orders, "Deadline Passed");

    /// <summary><see cref="Events.PaymentProcessed"/>.</summary>
    public static EventName PaymentProcessed { get; } = new(EventSources.Payments, "Payment Processed");

    /// <summary><see cref="Events.PaymentFailed"/>.</summary>
    public static EventName PaymentFailed { get; } = new(EventSources.Payments, "Payment Failed");

    /// <summary><see cref="Events.PaymentRefunded"/>.</summary>
    public static EventName PaymentRefunded { get; } = new(EventSources.Payments, "Payment Refunded");

    /// <summary><see cref="Events.ShipmentCreated"/>.</summary>
    public static EventName ShipmentCreated { get; } = new(EventSources.Shipping, "Shipment Created");

    /// <summary><see cref="Events.ShippingFailed"/>.</summary>
    public static EventName ShippingFailed { get; } = new(EventSources.Shipping, "Shipping Failed");

    /// <summary><see cref="Events.ShipmentDelivered"/>.</summary>
    public static EventName ShipmentDelivered { get; } = new(EventSources.Shipping, "Shipment Delivered");

    /// <summary><see cref="Events.HighValueOrder"/>; never on the bus.</summary>
    public static EventName HighValueOrder { get; } = new(EventSources.Orders, "High Value Order");

    /// <summary><see cref="Events.InventoryUpdated"/>.</summary>
    public static EventName InventoryUpdated { get; } = new(EventSources.Inventory, "Inventory Updated");

    /// <summary>The other spelling of <see cref="InventoryUpdated"/>.</summary>
    public static EventName StockUpdated { get; } = new(EventSources.Inventory, "Stock Updated");

    /// <summary><see cref="Events.InventoryReserved"/>.</summary>
    public static EventName InventoryReserved { get; } = new(EventSources.Inventory, "Inventory Reserved");

    /// <summary><see cref="Events.ReservationFailed"/>.</summary>
    public static EventName ReservationFailed { get; } = new(EventSources.Inventory, "Reservation Failed");

    /// <summary><see cref="Events.OrderRefused"/>.</summary>
    public static EventName OrderRefused { get; } = new(EventSources.Inventory, "Order Refused");

    /// <summary><see cref="Events.InventoryReleased"/>.</summary>
    public static EventName InventoryReleased { get; } = new(EventSources.Inventory, "Inventory Released");

    /// <summary><see cref="Events.LowStockAlert"/>.</summary>
    public static EventName LowStockAlert { get; } = new(EventSources.Inventory, "Low Stock Alert");

    /// <summary><see cref="Events.NotificationSent"/>.</summary>
    public static EventName NotificationSent { get; } = new(EventSources.Notifications, "Notification Sent");

    /// <summary><see cref="Events.PurchaseOrderRaised"/>.</summary>
    public static EventName PurchaseOrderRaised { get; } = new(EventSources.Inventory, "Purchase Order Raised");

    /// <summary><see cref="Events.PurchaseOrderClosed"/>.</summary>
    public static EventName PurchaseOrderClosed { get; } = new(EventSources.Inventory, "Purchase Order Closed");

    /// <summary><see cref="Events.BehaviourRecorded"/>.</summary>
    public static EventName BehaviourRecorded { get; } = new(EventSources.Analytics, "Behaviour Recorded");

    /// <summary><see cref="Events.BehaviourEnriched"/>.</summary>
    public static EventName BehaviourEnriched { get; } = new(EventSources.Analytics, "Behaviour Enriched");

    /// <summary><see cref="Events.ConversionRecorded"/>.</summary>
    public static EventName ConversionRecorded { get; } = new(EventSources.Analytics, "Conversion Recorded");

    /// <summary><see cref="Events.WorkflowTriggered"/>.</summary>
    public static EventName WorkflowTriggered { get; } = new(EventSources.WorkflowTriggers, "Workflow Triggered");

    /// <summary><see cref="Events.StockReservationRequested"/>.</summary>
    public static EventName StockReservationRequested { get; } = new(EventSources.Workflow, "Stock Reservation Requested");

    /// <summary><see cref="Events.PaymentRequested"/>.</summary>
    public static EventName PaymentRequested { get; } = new(EventSources.Workflow, "Payment Requested");

    /// <summary><see cref="Events.ShipmentRequested"/>.</summary>
    public static EventName ShipmentRequested { get; } = new(EventSources.Workflow, "Shipment Requested");

    /// <summary><see cref="Events.StockReleaseRequested"/>.</summary>
    public static EventName StockReleaseRequested { get; } = new(EventSources.Workflow, "Stock Release Requested");

    /// <summary><see cref="Events.RefundRequested"/>.</summary>
    public static EventName RefundRequested { get; } = new(EventSources.Workflow, "Refund Requested");

    /// <summary><see cref="Events.NothingReleased"/>.</summary>
    public static EventName NothingReleased { get; } = new(EventSources.Inventory, "Nothing Released");

    /// <summary><see cref="Events.NothingRefunded"/>.</summary>
    public static EventName NothingRefunded { get; } = new(EventSources.Payments, "Nothing Refunded");

    /// <summary><see cref="Events.WorkflowFailed"/>.</summary>
    public static EventName WorkflowFailed { get; } = new(EventSources.Workflow, "Workflow Failed");

    /// <summary><see cref="Events.ExecutionEnded"/>; never on the bus.</summary>
    public static EventName ExecutionEnded { get; } = new(EventSources.Workflow, "Execution Ended");

    /// <summary>Step Functions' form of <see cref="ExecutionEnded"/>, on the account's own bus.</summary>
    public static EventName ExecutionStatusChanged { get; } = new(EventSources.StepFunctions, "Step Functions Execution Status Change");

    /// <summary>The form of <see cref="BehaviourRecorded"/> that everybody may state.</summary>
    public static EventName AnalyticsEvent { get; } = new(EventName.AnySource, "analytics-event");

    /// <summary>The form of <see cref="NotificationSent"/> that everybody may state.</summary>
    public static EventName AnyNotificationSent { get; } = new(EventName.AnySource, "notification-sent");

    /// <summary>The foreign, snake_case form of <see cref="NotificationSent"/>.</summary>
    public static EventName ForeignNotificationSent { get; } = new(EventSources.ForeignNotifications, "Notification Sent");

    /// <summary>The inventory service's form of <see cref="ReservationFailed"/>.</summary>
    public static EventName InventoryServiceFailed { get; } = new(EventSources.InventoryService, "InventoryReservationFailed");

    /// <summary><see cref="Events.UserRegistered"/>.</summary>
    public static EventName UserRegistered { get; } = new(EventSources.Customers, "User Registered");

    /// <summary><see cref="Events.CustomerRegistered"/>.</summary>
    public static EventName CustomerRegistered { get; } = new(EventSources.Customers, "Customer Registered");

    /// <summary><see cref="Events.OnboardingStepDue"/>.</summary>
    public static EventName OnboardingStepDue { get; } = new(EventSources.Customers, "Onboarding Step Due");

    /// <summary><see cref="Events.TicketOpened"/>.</summary>
    public static EventName TicketOpened { get; } = new(EventSources.Support, "Ticket Opened");

    /// <summary><see cref="Events.TicketUpdated"/>.</summary>
    public static EventName TicketUpdated { get; } = new(EventSources.Support, "Ticket Updated");

    /// <summary><see cref="Events.TicketAssigned"/>.</summary>
    public static EventName TicketAssigned { get; } = new(EventSources.Support, "Ticket Assigned");

    /// <summary><see cref="Events.TicketAnswered"/>.</summary>
    public static EventName TicketAnswered { get; } = new(EventSources.Support, "Ticket Answered");

    /// <summary><see cref="Events.TicketEscalated"/>.</summary>
    public static EventName TicketEscalated { get; } = new(EventSources.Support, "Ticket Escalated");

    /// <summary><see cref="Events.TicketResolved"/>.</summary>
    public static EventName TicketResolved { get; } = new(EventSources.Support, "Ticket Resolved");

    /// <summary>The foreign, snake_case form of <see cref="OrderPlaced"/>.</summary>
    public static EventName ForeignOrderCreated { get; } = new(EventSources.ForeignOrders, "Order Created");

    /// <summary>The foreign, snake_case form of <see cref="InventoryUpdated"/>.</summary>
    public static EventName ForeignInventoryUpdated { get; } = new(EventSources.ForeignInventory, "Inventory Updated");

    /// <summary>The order service's form of <see cref="OrderPlaced"/>.</summary>
    public static EventName OrderServiceOrderCreated { get; } = new(EventSources.OrderService, "OrderCreated");

    /// <summary>The inventory service's form of <see cref="InventoryReserved"/>.</summary>
    public static EventName InventoryServiceReserved { get; } = new(EventSources.InventoryService, "InventoryReserved");

    /// <summary>The payment service's form of <see cref="PaymentProcessed"/>.</summary>
    public static EventName PaymentServiceCompleted { get; } = new(EventSources.PaymentService, "PaymentCompleted");

    /// <summary>The payment service's form of <see cref="PaymentFailed"/>.</summary>
    public static EventName PaymentServiceFailed { get; } = new(EventSources.PaymentService, "PaymentFailed");

    /// <summary>The shipping service's form of <see cref="ShippingFailed"/>.</summary>
    public static EventName ShippingServiceFailed { get; } = new(EventSources.ShippingService, "ShippingFailed");

    /// <summary>The API gateway's form of <see cref="OrderPlaced"/>.</summary>
    public static EventName ApiGatewayOrderCreated { get; } = new(EventSources.ApiGateway, "order-created");

    /// <summary>The foreign, snake_case form of <see cref="OrderCompleted"/>.</summary>
    public static EventName ForeignOrderCompleted { get; } = new(EventSources.ForeignOrders, "Order Completed");

    /// <summary>Everybody else's form of <see cref="UserRegistered"/>.</summary>
    public static EventName AnyUserRegistered { get; } = new(EventName.AnySource, "user-registered");

    /// <summary>Everybody else's form of <see cref="TicketOpened"/>.</summary>
    public static EventName AnySupportTicket { get; } = new(EventName.AnySource, "support-ticket");

    /// <summary>The facts that end a step of the state machine: its task succeeds or fails by one of them that carries its token.</summary>
    public static IReadOnlyList<EventName> TaskAnswers { get; } =
    [
        OrderRecorded,
        OrderPaid,
        InventoryReserved,
        ReservationFailed,
        OrderRefused,
        InventoryReleased,
        NothingReleased,
        PaymentFailed,
        PaymentRefunded,
        NothingRefunded,
        ShipmentCreated,
        ShippingFailed,
    ];
}
