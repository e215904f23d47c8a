using Workers.Contracts.Tables;

namespace Workers.Producer.Analytics;

/// <summary>What happened in a range. Counts trail what happened by the moments that the analytics worker needs.</summary>
/// <param name="From">The first instant in it.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Orders">Orders placed.</param>
/// <param name="Revenue">What they were worth, the later cancelled and rejected ones included.</param>
/// <param name="Cancellations">Orders cancelled.</param>
/// <param name="Reservations">Orders reserved.</param>
/// <param name="Rejections">Orders rejected.</param>
/// <param name="Refusals">Orders refused because another order has their id.</param>
/// <param name="Releases">Reservations given back.</param>
/// <param name="LowStockAlerts">Low stock alerts.</param>
/// <param name="StockUpdates">Corrections and restocks.</param>
/// <param name="Notifications">Notifications sent, by channel.</param>
internal sealed record Summary(
    DateTimeOffset From,
    DateTimeOffset To,
    long Orders,
    decimal Revenue,
    long Cancellations,
    long Reservations,
    long Rejections,
    long Refusals,
    long Releases,
    long LowStockAlerts,
    long StockUpdates,
    IReadOnlyDictionary<string, long> Notifications)
{
    public static Summary Of(TimeRange range, IReadOnlyDictionary<string, Total> totals)
    {
        long Count(string metric) => (long)totals.GetValueOrDefault(metric).Count;

        return new(
            range.From,
            range.To,
            Count(AnalyticsMetric.Orders),
            totals.GetValueOrDefault(AnalyticsMetric.Orders).Sum,
            Count(AnalyticsMetric.Cancellations),
            Count(AnalyticsMetric.Reservations),
            Count(AnalyticsMetric.Rejections),
            Count(AnalyticsMetric.Refusals),
            Count(AnalyticsMetric.Releases),
            Count(AnalyticsMetric.LowStockAlerts),
            Count(AnalyticsMetric.StockUpdates),
            totals
                .Where(total => total.Key.StartsWith(AnalyticsMetric.NotificationsPrefix, StringComparison.Ordinal))
                .ToDictionary(total => total.Key[AnalyticsMetric.NotificationsPrefix.Length..], total => (long)total.Value.Count));
    }
}
