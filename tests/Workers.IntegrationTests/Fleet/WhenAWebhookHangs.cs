using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Fleet;

/// <summary>A webhook takes connections and never answers, while more notifications are for it than the queue has places.</summary>
public sealed class WhenAWebhookHangs : IAsyncLifetime
{
    private const int Orders = 100;

    private readonly TcpListener _webhook = new(IPAddress.Loopback, 0);
    private readonly RunningFleet _fleet;

    public WhenAWebhookHangs(AwsEndpoint endpoint)
    {
        _fleet = new(endpoint);
        _fleet.RequireTransactions();
    }

    public async ValueTask InitializeAsync()
    {
        _webhook.Start();
        _fleet.Settings["Workers:Notification:Channels:webhook:Url"] = $"http://{_webhook.LocalEndpoint}/";
        _fleet.Settings["Workers:Notification:Channels:webhook:Timeout"] = "00:01:00";
        _fleet.Settings["Workers:Notification:Templates:order-received:0"] = "webhook";
        await _fleet.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _webhook.Dispose();
        await _fleet.DisposeAsync();
    }

    [Fact]
    public async Task A_notification_for_another_channel_does_not_wait_for_it()
    {
        for (var i = 0; i < Orders; i++)
        {
            await _fleet.PutEventAsync("ecommerce.orders", "Order Placed", Detail($"placed-{i}", ""","items":[{"productId":"P","quantity":1}]"""));
        }

        await Eventually.TrueAsync("the webhook is at its limit", () => Task.FromResult(_webhook.Pending()));
        var begun = Stopwatch.GetTimestamp();

        await _fleet.PutEventAsync("ecommerce.inventory", "Inventory Reserved", Detail("reserved", ""","items":[{"productId":"P","quantity":1}],"reservedAt":"2026-01-15T10:00:00Z" """));
        await Eventually.TrueAsync("the other notification is sent", () => _fleet.HasNotifiedAsync("order-confirmed#log#reserved"));

        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(30));   // the webhook's places are taken for a minute
    }

    private static string Detail(string eventId, string more) =>
        $$$"""{"orderId":"{{{eventId}}}","customerId":"CUST-1","amount":10{{{more}}},"metadata":{"eventId":"{{{eventId}}}","eventVersion":"1.0"}}""";
}
