namespace Workers.Notification.Templates;

/// <summary>The names of the templates: they stand in configuration, in the notifications table and in Notification Sent.</summary>
internal static class Template
{
    public const string OrderReceived = "order-received";
    public const string OrderConfirmed = "order-confirmed";
    public const string OrderPaid = "order-paid";
    public const string OrderShipped = "order-shipped";
    public const string OrderFailed = "order-failed";
    public const string OrderCancelled = "order-cancelled";
    public const string CancellationRefused = "cancellation-refused";
    public const string RefundIssued = "refund-issued";
    public const string LowStock = "low-stock";
    public const string PurchaseOrder = "purchase-order";
    public const string HighValueOrder = "high-value-order";
    public const string Welcome = "welcome";
    public const string FirstOrderReminder = "first-order-reminder";
    public const string TicketReceived = "ticket-received";
    public const string TicketResolved = "ticket-resolved";
    public const string TicketAssigned = "ticket-assigned";
    public const string TicketEscalated = "ticket-escalated";

    public static IReadOnlyList<string> All { get; } =
    [
        OrderReceived,
        OrderConfirmed,
        OrderPaid,
        OrderShipped,
        OrderFailed,
        OrderCancelled,
        CancellationRefused,
        RefundIssued,
        LowStock,
        PurchaseOrder,
        HighValueOrder,
        Welcome,
        FirstOrderReminder,
        TicketReceived,
        TicketResolved,
        TicketAssigned,
        TicketEscalated,
    ];
}
