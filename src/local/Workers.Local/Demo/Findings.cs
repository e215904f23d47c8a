using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Tables;

namespace Workers.Local.Demo;

/// <summary>What the fleet made of the demo, by the figures' names.</summary>
internal static class Findings
{
    public static async Task<IReadOnlyDictionary<string, decimal>> ReadAsync(
        HttpClient http,
        DemoAws aws,
        DemoMeters meters,
        DateTimeOffset started,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, decimal> { [Figure.Duplicates] = meters.Duplicates };
        Count(
            found,
            await aws.ScanAsync(Topology.ReservationsTable, cancellationToken),
            row => Figure.Orders(row[ReservationColumns.State].S));
        Count(
            found,
            await aws.ScanAsync(Topology.NotificationsTable, cancellationToken),
            row => Figure.Notifications(row[NotificationColumns.Template].S, row[NotificationColumns.Channel].S));
        await AddStockAsync(found, http, cancellationToken);
        await AddAnalyticsAsync(found, http, started, cancellationToken);
        foreach (var queue in Topology.Queues.Where(queue => queue.Redrive is null))
        {
            found[Figure.DeadLettered(queue.Name)] = await aws.DepthAsync(queue.Name, cancellationToken);
        }

        return found;
    }

    private static void Count(
        Dictionary<string, decimal> found,
        IReadOnlyList<Dictionary<string, AttributeValue>> rows,
        Func<Dictionary<string, AttributeValue>, string> figure)
    {
        foreach (var group in rows.CountBy(figure))
        {
            found[group.Key] = group.Value;
        }
    }

    private static async Task AddStockAsync(
        Dictionary<string, decimal> found,
        HttpClient http,
        CancellationToken cancellationToken)
    {
        var page = await http.GetFromJsonAsync<JsonObject>("/inventory?limit=500", cancellationToken);
        foreach (var product in page!["items"]!.AsArray())
        {
            var productId = (string)product!["productId"]!;
            found[Figure.Available(productId)] = (decimal)product["available"]!;
            found[Figure.ReservedUnits(productId)] = (decimal)product["reserved"]!;
        }
    }

    private static async Task AddAnalyticsAsync(
        Dictionary<string, decimal> found,
        HttpClient http,
        DateTimeOffset started,
        CancellationToken cancellationToken)
    {
        // Two days, for a demo that runs past midnight.
        var from = started.UtcDateTime.Date;
        var summary = await http.GetFromJsonAsync<JsonObject>(
            $"/analytics/summary?from={from:yyyy-MM-dd}T00:00:00Z&to={from.AddDays(2):yyyy-MM-dd}T00:00:00Z", cancellationToken);
        found[Figure.OrdersPlaced] = (decimal)summary!["orders"]!;
        found[Figure.Revenue] = (decimal)summary["revenue"]!;
        found[Figure.Cancellations] = (decimal)summary["cancellations"]!;
        found[Figure.Reservations] = (decimal)summary["reservations"]!;
        found[Figure.Rejections] = (decimal)summary["rejections"]!;
        found[Figure.Releases] = (decimal)summary["releases"]!;
        found[Figure.LowStockAlerts] = (decimal)summary["lowStockAlerts"]!;
        found[Figure.StockUpdates] = (decimal)summary["stockUpdates"]!;
        found[Figure.NotificationsCounted] = summary["notifications"]!.AsObject().Sum(channel => (decimal)channel.Value!);
    }
}
