using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Torture.Aws;
using Workers.Torture.Killing;
using Workers.Torture.Trade;

namespace Workers.Torture.Checks;

/// <summary>Group 3: counters and notifications.</summary>
internal static class CountChecks
{
    // What records an effect gives up after fifteen seconds: an end after that repeats nothing. A post may be read after its
    // sender's end.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<OrderStatus, string> Ends = new()
    {
        [OrderStatus.Failed] = "order-failed",
        [OrderStatus.Cancelled] = "order-cancelled",
    };

    public static IEnumerable<Check> Of(
        Books books, Findings findings, Expectations expected, IReadOnlyCollection<Webhook.Post> posts, Graveyard graveyard)
    {
        yield return Counters(books, findings);
        yield return Products(books, findings);
        var recorded = findings.Notifications.CountBy(Expectations.AboutOf).ToDictionary();
        yield return new(
            "each notification is recorded once, and no other",
            [.. expected.Notifications.Except(recorded.Keys).Select(about => $"{about} is missing"),
                .. recorded.Keys.Except(expected.Notifications).Select(about => $"{about} is unexpected"),
                .. recorded.Where(about => about.Value > 1).Select(about => $"{about.Key}: {about.Value}")],
            $"{findings.Notifications.Count} notifications");
        yield return new(
            "an order that failed or was cancelled told its customer once",
            [.. findings.Orders.Values.Where(order => Ends.TryGetValue(order.Status ?? default, out var template)
                    && recorded.GetValueOrDefault((template, order.OrderId)) != 1)
                .Select(order => order.OrderId)],
            $"{findings.Orders.Values.Count(order => Ends.ContainsKey(order.Status ?? default))} orders");

        var sends = posts.GroupBy(post => post.NotificationId).ToDictionary(group => group.Key, group => group.OrderBy(post => post.At).ToList());
        yield return new(
            "each notification was sent, and no other",
            [.. findings.Notifications.Where(notification => !sends.ContainsKey(notification.Id)).Select(notification => notification.Id),
                .. sends.Keys.Where(id => !recorded.ContainsKey(AboutOf(id, findings)))],
            $"{posts.Count} posts");
        var repeats = sends.Values.SelectMany(posts => posts.SkipLast(1).Select(post => (Post: post, Again: posts[^1]))).ToList();
        yield return new(
            "a leased effect was repeated only where a kill, the limit of a drain or the loss of a lease fell between it and its record",
            [.. repeats.Where(repeat => !IsExcused(repeat.Post, repeat.Again, graveyard)).Select(repeat =>
                $"{repeat.Post.NotificationId} by {repeat.Post.Fleet}, again by {repeat.Again.Fleet} after {(repeat.Again.At - repeat.Post.At).TotalSeconds:0.0} s; sent at {repeat.Post.At:HH:mm:ss.f}, {graveyard.EndOf(repeat.Post.Fleet)}")],
            repeats.Count == 0 ? "none was" : $"{repeats.Count}: {string.Join(", ", repeats.Take(5).Select(repeat => $"{repeat.Post.NotificationId} by {repeat.Post.Fleet}"))}");
    }

    // An order may be told of by two events: what was posted because of one may be recorded because of the other.
    private static (string Template, string About) AboutOf(string notificationId, Findings findings)
    {
        var (template, eventId) = (notificationId.Split('#')[0], notificationId[(notificationId.LastIndexOf('#') + 1)..]);
        return (template, findings.Archive.Events.GetValueOrDefault(eventId)?.OrderId ?? eventId);
    }

    private static bool IsExcused(Webhook.Post post, Webhook.Post again, Graveyard graveyard) =>
        graveyard.EndOf(post.Fleet) is { } end
        && ((end.WasCutShort && (end.At - post.At).Duration() < Window)
            || end.LostLeases.Any(at => at > post.At - TimeSpan.FromSeconds(1) && at < again.At + TimeSpan.FromSeconds(1)));

    private static Check Counters(Books books, Findings findings)
    {
        var archive = findings.Archive;
        var placed = books.Orders.Values.Where(order => order.PlacedBy.Count > 0).ToList();   // once each, however many events say so
        (string Metric, decimal Expected)[] figures =
        [
            (AnalyticsMetric.Orders, placed.Count),
            (AnalyticsMetric.Cancellations, archive.Of(EventNames.OrderCancellationDecided.DetailType).Count()),
            (AnalyticsMetric.Paid, archive.Of(EventNames.OrderPaid.DetailType).Count()),
            (AnalyticsMetric.Refunded, archive.Of(EventNames.PaymentRefunded.DetailType).Count()),
            (AnalyticsMetric.Completed, archive.Of(EventNames.OrderCompleted.DetailType).Count()),
            .. Enum.GetValues<OrderStage>().Select(stage => (
                AnalyticsMetric.Failed(stage), (decimal)findings.Orders.Values.Count(order => order.FailedStage == stage))),
            (AnalyticsMetric.StockUpdates, books.StockUpdates.Count),
            (AnalyticsMetric.Reservations, archive.Of(EventNames.InventoryReserved.DetailType).Count()),
            (AnalyticsMetric.Rejections, archive.Of(EventNames.ReservationFailed.DetailType).Count()),
            (AnalyticsMetric.Releases, archive.Of(EventNames.InventoryReleased.DetailType).Count()),
            (AnalyticsMetric.LowStockAlerts, archive.Of(EventNames.LowStockAlert.DetailType).Count()),
            (AnalyticsMetric.Notifications("webhook"), archive.Of(EventNames.NotificationSent.DetailType).Count()),
        ];
        List<string> problems =
        [
            .. from figure in figures
               let day = findings.Counters.GetValueOrDefault(figure.Metric).Count
               let minutes = findings.MinuteCounts.GetValueOrDefault(figure.Metric)
               where day != figure.Expected || minutes != figure.Expected
               select $"{figure.Metric}: {day} by day, {minutes} by minute, not {figure.Expected}",
        ];
        var (revenue, amounts) = (findings.Counters.GetValueOrDefault(AnalyticsMetric.Orders).Sum, placed.Sum(order => order.Amount));
        if (revenue != amounts)
        {
            problems.Add($"revenue: {revenue}, not {amounts}");
        }

        return new("analytics equal the books to the unit", problems, $"{findings.Counters.Values.Sum(counter => counter.Count)} counted");
    }

    private static Check Products(Books books, Findings findings)
    {
        var expected = books.Orders.Values
            .Where(order => order.PlacedBy.Count > 0)
            .SelectMany(order => order.Lines)
            .GroupBy(line => line.Key)
            .ToDictionary(lines => lines.Key, lines => (decimal)lines.Sum(line => line.Value));
        return new(
            "units and revenue by product equal the books",
            [.. expected.Keys.Union(findings.Products.Keys)
                .Where(product => findings.Products.GetValueOrDefault(product)
                    != (expected.GetValueOrDefault(product), expected.GetValueOrDefault(product) * Order.Price))
                .Select(product => $"{product}: {findings.Products.GetValueOrDefault(product)}, not {expected.GetValueOrDefault(product)}")],
            $"{expected.Count} products");
    }
}
