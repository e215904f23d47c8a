using Workers.Contracts.Tables;

namespace Workers.Producer.Analytics;

/// <summary>What happened in a range. Counts trail what happened by the moments that the analytics worker needs.</summary>
/// <param name="From">The first instant in it.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Orders">Orders placed.</param>
/// <param name="Revenue">What they were worth, the later cancelled and rejected ones included.</param>
/// <param name="Cancellations">Orders cancelled.</param>
/// <param name="Paid">Orders paid.</param>
/// <param name="PaidAmount">What was charged for them, the later refunded included.</param>
/// <param name="Completed">Orders that are charged and on their way.</param>
/// <param name="Failed">Orders that failed, by stage.</param>
/// <param name="Refunded">Orders whose money was given back.</param>
/// <param name="RefundedAmount">What was given back.</param>
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
    long Paid,
    decimal PaidAmount,
    long Completed,
    IReadOnlyDictionary<string, long> Failed,
    long Refunded,
    decimal RefundedAmount,
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
            Count(AnalyticsMetric.Paid),
            totals.GetValueOrDefault(AnalyticsMetric.Paid).Sum,
            Count(AnalyticsMetric.Completed),
            CountsOf(AnalyticsMetric.FailedPrefix, totals),
            Count(AnalyticsMetric.Refunded),
            totals.GetValueOrDefault(AnalyticsMetric.Refunded).Sum,
            Count(AnalyticsMetric.Reservations),
            Count(AnalyticsMetric.Rejections),
            Count(AnalyticsMetric.Refusals),
            Count(AnalyticsMetric.Releases),
            Count(AnalyticsMetric.LowStockAlerts),
            Count(AnalyticsMetric.StockUpdates),
            CountsOf(AnalyticsMetric.NotificationsPrefix, totals));
    }

    private static Dictionary<string, long> CountsOf(string prefix, IReadOnlyDictionary<string, Total> totals) => totals
        .Where(total => total.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(total => total.Key[prefix.Length..], total => (long)total.Value.Count);
}
