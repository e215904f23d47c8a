using Workers.Contracts.Events;

namespace Workers.Contracts.Tables;

/// <summary>What analytics counts.</summary>
public static class AnalyticsMetric
{
    /// <summary>Orders placed; their amounts are the sum, the later cancelled and rejected ones included.</summary>
    public const string Orders = "orders";

    /// <summary>Orders cancelled: those that the orders worker decided, not those that somebody asked for.</summary>
    public const string Cancellations = "cancellations";

    /// <summary>Orders paid; what was charged is the sum, the later refunded included.</summary>
    public const string Paid = "paid";

    /// <summary>Orders whose money was given back; what was given back is the sum.</summary>
    public const string Refunded = "refunded";

    /// <summary>Orders that are charged and on their way.</summary>
    public const string Completed = "completed";

    /// <summary>What stands before the stage in a stage's failed orders, for example <c>failed/Payment</c>.</summary>
    public const string FailedPrefix = "failed/";

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

    /// <summary>Orders that failed at one stage.</summary>
    public static string Failed(OrderStage stage) => FailedPrefix + stage;

    /// <summary>Notifications sent over one channel.</summary>
    public static string Notifications(string channel) => NotificationsPrefix + channel;
}
