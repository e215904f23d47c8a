using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Tables;

namespace Workers.Local.Demo;

/// <summary>What the fleet made of the demo, by the figures' names.</summary>
internal sealed class Findings(HttpClient http, DemoAws aws, AuditLedger audit)
{
    private readonly Dictionary<string, decimal> _found = [];

    public async Task<IReadOnlyDictionary<string, decimal>> ReadAsync(
        OrderLedger ledger, DemoMeters meters, DateTimeOffset started, CancellationToken cancellationToken)
    {
        _found[Figure.Duplicates] = meters.Duplicates;
        foreach (var (figure, value) in (await ledger.FiguresAsync(aws, cancellationToken)).Concat(await audit.FiguresAsync(cancellationToken)))
        {
            _found[figure] = value;
        }

        var notifications = await aws.ScanAsync(Topology.NotificationsTable, cancellationToken);
        foreach (var (figure, count) in notifications.CountBy(NotificationOf))
        {
            _found[figure] = count;
        }

        var customers = await aws.ScanAsync(Topology.CustomersTable, cancellationToken);
        _found[Figure.Registered] = customers.Count(row => row.ContainsKey(CustomerColumns.RegisteredAt));
        foreach (var (status, count) in (await aws.ScanAsync(Topology.TicketsTable, cancellationToken)).CountBy(row => row[TicketColumns.Status].S))
        {
            _found[Figure.Tickets(status)] = count;
        }

        var executions = await aws.ExecutionsAsync(cancellationToken);
        _found[Figure.ExecutionsEnded] = executions.Count(execution => execution.StopDate is not null);
        _found[Figure.ExecutionsRunning] = executions.Count(execution => execution.StopDate is null);
        await AddStockAsync(cancellationToken);
        await AddAnalyticsAsync(ledger.Refunds, notifications.Count, started, cancellationToken);
        await AddBehaviourAsync(started, cancellationToken);
        foreach (var queue in Topology.Queues.Where(queue => queue.Redrive is null))
        {
            _found[Figure.DeadLettered(queue.Name)] = await aws.DepthAsync(queue.Name, cancellationToken);
        }

        return _found;
    }

    private static string NotificationOf(Dictionary<string, AttributeValue> row) =>
        Figure.Notifications(row[NotificationColumns.Template].S, row[NotificationColumns.Channel].S);

    private async Task AddStockAsync(CancellationToken cancellationToken)
    {
        var page = await http.GetFromJsonAsync<JsonObject>("/inventory?limit=500", cancellationToken);
        foreach (var product in page!["items"]!.AsArray())
        {
            var productId = (string)product!["productId"]!;
            _found[Figure.Available(productId)] = (decimal)product["available"]!;
            _found[Figure.ReservedUnits(productId)] = (decimal)product["reserved"]!;
            _found[Figure.ShippedUnits(productId)] = (decimal)product["shipped"]!;
            var alone = await http.GetFromJsonAsync<JsonObject>($"/inventory/{productId}", cancellationToken);
            _found[Figure.ToBuy(productId)] = alone!.ContainsKey("purchaseOrder") ? 1 : 0;
        }
    }

    private async Task AddAnalyticsAsync(int refunds, int notifications, DateTimeOffset started, CancellationToken cancellationToken)
    {
        // Two days, for a demo that runs past midnight.
        var from = started.UtcDateTime.Date;
        var summary = await http.GetFromJsonAsync<JsonObject>(
            $"/analytics/summary?from={from:yyyy-MM-dd}T00:00:00Z&to={from.AddDays(2):yyyy-MM-dd}T00:00:00Z", cancellationToken);
        _found[Figure.OrdersPlaced] = (decimal)summary!["orders"]!;
        _found[Figure.Revenue] = (decimal)summary["revenue"]!;
        _found[Figure.Cancellations] = (decimal)summary["cancellations"]!;
        _found[Figure.Reservations] = (decimal)summary["reservations"]! - (decimal)summary["releases"]!;
        _found[Figure.Rejections] = (decimal)summary["rejections"]!;
        _found[Figure.Paid] = (decimal)summary["paid"]!;
        _found[Figure.Completed] = (decimal)summary["completed"]!;
        _found[Figure.LowStockAlerts] = (decimal)summary["lowStockAlerts"]!;
        _found[Figure.StockUpdates] = (decimal)summary["stockUpdates"]!;
        _found[Figure.RefundsAstray] = (decimal)summary["refunded"]! - refunds;
        _found[Figure.NotificationsAstray] = summary["notifications"]!.AsObject().Sum(channel => (decimal)channel.Value!) - notifications;

        // Of a cancelled order, whether it was reserved and charged before is a matter of moments: so many were mailed as were counted.
        Balance("order-confirmed", (decimal)summary["reservations"]!);
        Balance("refund-issued", refunds);
    }

    private async Task AddBehaviourAsync(DateTimeOffset started, CancellationToken cancellationToken)
    {
        var from = started.UtcDateTime.Date;
        var conversions = await http.GetFromJsonAsync<JsonObject>(
            $"/analytics/conversions?from={from:yyyy-MM-dd}T00:00:00Z&to={from.AddDays(2):yyyy-MM-dd}T00:00:00Z", cancellationToken);
        var total = conversions!["total"]!;
        _found[Figure.Visits] = (decimal)total["events"]!;
        _found[Figure.Visitors] = (decimal)total["sessions"]!;
        _found[Figure.Conversions] = (decimal)total["conversions"]!;
        _found[Figure.ConversionValue] = total["conversionValue"]!.AsObject().Sum(currency => (decimal)currency.Value!);
    }

    private void Balance(string template, decimal counted)
    {
        var figure = Figure.Notifications(template, Books.Channel);
        _found[$"{figure}, less those counted"] = _found.GetValueOrDefault(figure) - counted;
        _found.Remove(figure);
    }
}
