namespace Workers.Contracts.Tables;

/// <summary>What analytics counts.</summary>
public static class AnalyticsMetric
{
    /// <summary>Orders placed; their amounts are the sum, the later cancelled and rejected ones included.</summary>
    public const string Orders = "orders";

    /// <summary>Orders cancelled.</summary>
    public const string Cancellations = "cancellations";

    /// <summary>Orders reserved.</summary>
    public const string Reservations = "reservations";

    /// <summary>Orders rejected for an unknown product or too little stock.</summary>
    public const string Rejections = "rejections";

    /// <summary>Orders refused, because another order had their id.</summary>
    public const string Refusals = "refusals";

    /// <summary>Reservations given back.</summary>
    public const string Releases = "releases";

    /// <summary>Low stock alerts.</summary>
    public const string LowStockAlerts = "low-stock-alerts";

    /// <summary>Corrections and restocks.</summary>
    public const string StockUpdates = "stock-updates";

    /// <summary>What stands before the channel in a channel's notifications, for example <c>notifications/log</c>.</summary>
    public const string NotificationsPrefix = "notifications/";

    /// <summary>Notifications sent over one channel.</summary>
    public static string Notifications(string channel) => NotificationsPrefix + channel;
}
