namespace Workers.Local.Demo;

/// <summary>The names of the figures that the books and the fleet must agree on.</summary>
internal static class Figure
{
    public const string OrdersPlaced = "analytics: orders";
    public const string Revenue = "analytics: revenue";
    public const string Cancellations = "analytics: cancellations";
    public const string Reservations = "analytics: reservations";
    public const string Rejections = "analytics: rejections";
    public const string Releases = "analytics: releases";
    public const string LowStockAlerts = "analytics: low-stock alerts";
    public const string StockUpdates = "analytics: stock updates";
    public const string NotificationsCounted = "analytics: notifications";
    public const string Duplicates = "duplicates suppressed";

    public static string Orders(string state) => $"orders: {state}";

    public static string Available(string productId) => $"stock: {productId} available";

    public static string ReservedUnits(string productId) => $"stock: {productId} reserved";

    public static string Notifications(string template, string channel) => $"notifications: {template} by {channel}";

    public static string DeadLettered(string queue) => $"dead-lettered: {queue}";
}
