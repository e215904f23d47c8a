namespace Workers.Local.Demo;

/// <summary>The names of the figures that the books and the fleet must agree on.</summary>
internal static class Figure
{
    public const string Histories = "orders: that are what their history says";
    public const string MoneyKept = "money: kept by the provider's ledger";
    public const string MoneyAstray = "money: orders whose ledger is not their end";
    public const string ChargedTwice = "money: charged or refunded twice";
    public const string Shipments = "shipments: created";
    public const string ShipmentsAstray = "shipments: of orders that are not completed, or none of one that is";

    public const string OrdersPlaced = "analytics: orders";
    public const string Revenue = "analytics: revenue";
    public const string Cancellations = "analytics: cancellations";
    public const string Reservations = "analytics: reservations less releases";
    public const string Rejections = "analytics: rejections";
    public const string Paid = "analytics: paid";
    public const string Completed = "analytics: completed";
    public const string LowStockAlerts = "analytics: low-stock alerts";
    public const string StockUpdates = "analytics: stock updates";
    public const string RefundsAstray = "analytics: refunds, less the ledger's";
    public const string NotificationsAstray = "analytics: notifications, less those recorded";
    public const string Registered = "customers: registered";
    public const string Visits = "behaviour: events";
    public const string Visitors = "behaviour: sessions";
    public const string Conversions = "behaviour: conversions";
    public const string ConversionValue = "behaviour: their value";
    public const string Duplicates = "duplicates suppressed";

    public const string ExecutionsEnded = "workflow: executions that have ended";
    public const string ExecutionsRunning = "workflow: executions that still run";

    public const string AuditedOrders = "audit: orders on record";
    public const string AuditedAstray = "audit: events of the bus that are not on record once";
    public const string AuditFindings = "audit: what a walk along the chains finds";

    public static string Orders(Ending ending) => $"orders: {ending}";

    public static string Tickets(string status) => $"tickets: {status}";

    public static string Available(string productId) => $"stock: {productId} available";

    public static string ToBuy(string productId) => $"purchase orders: open of {productId}";

    public static string ReservedUnits(string productId) => $"stock: {productId} reserved";

    public static string ShippedUnits(string productId) => $"stock: {productId} shipped";

    public static string Notifications(string template, string channel) => $"notifications: {template} by {channel}";

    public static string DeadLettered(string queue) => $"dead-lettered: {queue}";
}
