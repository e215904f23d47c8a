using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Contracts.Tables;
using Workers.Defaults.Health;
using Workers.IntegrationTests.Endpoint;
using Workers.Operations;

namespace Workers.IntegrationTests.Fleet;

/// <summary>The whole fleet at work on a topology of their own.</summary>
public sealed class RunningFleet(AwsEndpoint endpoint) : IAsyncLifetime
{
    /// <summary>Who orders, where a spec does not say.</summary>
    public const string Customer = "CUST-1";

    /// <summary>An address that the carrier takes.</summary>
    public const string Address = "5 Harbour Road, Seattle";

    private readonly ProvisionedFleet _provisioned = new(endpoint);
    private readonly List<WebApplication> _hosts = [];
    private readonly Dictionary<string, IServiceProvider> _services = [];

    /// <summary>The prefix of every name.</summary>
    public string Prefix => _provisioned.Naming.Prefix;

    /// <summary>The topic of notifications.</summary>
    public string TopicArn { get; private set; } = "";

    /// <summary>Told of each deployable and its services before it starts.</summary>
    public Action<string, IServiceProvider> OnBuilt { get; init; } = (_, _) => { };

    /// <summary>Settings of every host beside the usual; to be given before it starts.</summary>
    internal Dictionary<string, string?> Settings { get; } = new()
    {
        ["Workers:Payments:Simulated:SlowDelay"] = "00:00:03",
        ["Workers:Payments:ChargePatience"] = "00:00:04",   // no shorter than a charge takes
    };

    /// <summary>The producer's API.</summary>
    public HttpClient Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (endpoint.IsMoto)
        {
            return;   // every spec of the fleet is skipped there
        }

        await _provisioned.InitializeAsync();
        TopicArn = await _provisioned.TopicArnAsync(Topology.NotificationTopic);
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!endpoint.IsMoto)
        {
            await StopAsync();
            await _provisioned.DisposeAsync();
        }
    }

    /// <summary>Skips a spec by name where workers cannot run side by side.</summary>
    public void RequireTransactions() =>
        Requires.MoreThanMoto(endpoint, "its transactions do not exclude each other: side by side they fail with 500 or lose writes");

    public async Task StartAsync()
    {
        foreach (var hosted in HostedDeployable.All)
        {
            var host = hosted.Build(Builder(hosted.Deployable));
            host.MapWorkerHealth();
            OnBuilt(hosted.Name, host.Services);
            _services[hosted.Name] = host.Services;
            await host.StartAsync(TestContext.Current.CancellationToken);
            _hosts.Add(host);
            if (hosted.Name == HostedDeployable.Producer)
            {
                Api = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };
            }
        }
    }

    /// <summary>Stops every host as SIGTERM does, and returns when they have drained.</summary>
    public async Task StopAsync()
    {
        await Task.WhenAll(_hosts.Select(host => host.StopAsync(CancellationToken.None)));
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        _hosts.Clear();
        Api.Dispose();
    }

    public async Task StockAsync(string productId, int units)
    {
        using var response = await Api.PutAsJsonAsync(
            $"/inventory/{productId}", new { currentStock = units, threshold = 0 }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        await Eventually.TrueAsync($"{productId} is stocked", async () => await StockOfAsync(productId) is not null);
    }

    /// <summary>Says again what is in stock, as a caller that may have to repeat it.</summary>
    public async Task StockUnderAKeyAsync(string productId, int units)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/inventory/{productId}")
        {
            Content = JsonContent.Create(new { currentStock = units, threshold = 0 }),
            Headers = { { "Idempotency-Key", $"stock-{productId}" } },
        };
        using var response = await Api.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task PlaceAsync(
        string orderId,
        string productId,
        int quantity = 1,
        decimal amount = 10m,
        string? shippingAddress = Address,
        string customerId = Customer,
        string? fulfilment = null)
    {
        using var response = await Api.PostAsJsonAsync(
            "/orders",
            new { orderId, customerId, amount, items = new[] { new { productId, quantity } }, shippingAddress, fulfilment },
            TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task CancelAsync(string orderId, string customerId = Customer)
    {
        using var response = await TryCancelAsync(orderId, customerId);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Asks for a cancellation that may be refused.</summary>
    public Task<HttpResponseMessage> TryCancelAsync(string orderId, string customerId = Customer) =>
        Api.PostAsJsonAsync($"/orders/{orderId}/cancel", new { customerId }, TestContext.Current.CancellationToken);

    public Task OrderBecomesAsync(string orderId, string status) =>
        Eventually.TrueAsync($"{orderId} is {status}", async () => await StatusOfAsync(orderId) == status);

    /// <summary>What an order is; null while nobody knows it.</summary>
    public async Task<string?> StatusOfAsync(string orderId) => (string?)(await FindAsync($"/orders/{orderId}"))?["status"];

    /// <summary>The stage that an order failed at; null where it did not.</summary>
    public async Task<string?> FailedStageOfAsync(string orderId) => (string?)(await FindAsync($"/orders/{orderId}"))?["failedStage"];

    /// <summary>Units of a product; null where nobody stocked it.</summary>
    public async Task<(int Available, int Reserved, int Shipped)?> StockOfAsync(string productId) =>
        await FindAsync($"/inventory/{productId}") is { } stock
            ? ((int)stock["available"]!, (int)stock["reserved"]!, (int)stock["shipped"]!)
            : null;

    /// <summary>Waits for what an order's end does to its units, which follows the end.</summary>
    public Task StockBecomesAsync(string productId, int available, int reserved, int shipped) => Eventually.TrueAsync(
        $"of {productId} {available} are available, {reserved} reserved and {shipped} shipped",
        async () => await StockOfAsync(productId) == (available, reserved, shipped));

    /// <summary>Whether a notification was sent and recorded.</summary>
    public async Task<bool> HasNotifiedAsync(string notificationId)
    {
        var response = await endpoint.Clients.DynamoDb.GetItemAsync(
            new()
            {
                TableName = _provisioned.Naming.NameOf(Topology.NotificationsTable),
                Key = new() { [NotificationColumns.NotificationId] = new() { S = notificationId } },
                ConsistentRead = true,
            },
            TestContext.Current.CancellationToken);
        return response.Item is { Count: > 0 };
    }

    /// <summary>Who was sent notifications of a template.</summary>
    public Task<IReadOnlyList<string>> NotificationsAsync(string template) => NotificationsAsync(
        row => row[NotificationColumns.Template].S == template, row => row[NotificationColumns.Recipient].S);

    /// <summary>The templates of what was sent about an order, by name.</summary>
    public Task<IReadOnlyList<string>> NotificationsOfAsync(string orderId) => NotificationsAsync(
        row => row.GetValueOrDefault(NotificationColumns.OrderId)?.S == orderId, row => row[NotificationColumns.Template].S);

    /// <summary>Puts one event on the bus as another producer would, as often as wanted.</summary>
    public async Task PutEventAsync(string source, string detailType, string detail, int copies = 1)
    {
        var entry = new PutEventsRequestEntry
        {
            EventBusName = _provisioned.Naming.NameOf(Topology.Bus),
            Source = source,
            DetailType = detailType,
            Detail = detail,
        };
        var response = await endpoint.Clients.EventBridge.PutEventsAsync(
            new() { Entries = [.. Enumerable.Repeat(entry, copies)] }, TestContext.Current.CancellationToken);
        Assert.Equal(0, response.FailedEntryCount);
    }

    public Task<string> QueueUrlAsync(string queue) => _provisioned.QueueUrlAsync(queue);

    /// <summary>Sends a body to a queue, past the bus, for the worker to see at once: also to the queue that holds messages back.</summary>
    public async Task<string> SendAsync(string queue, string body) =>
        (await endpoint.Clients.Sqs.SendMessageAsync(
            new(await QueueUrlAsync(queue), body) { DelaySeconds = 0 }, TestContext.Current.CancellationToken)).MessageId;

    /// <summary>The services of a deployable's host.</summary>
    public IServiceProvider ServicesOf(string deployable) => _services[deployable];

    /// <summary>A GET that may find nothing.</summary>
    public async Task<JsonObject?> FindAsync(string path)
    {
        using var response = await Api.GetAsync(path, TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken)
            : null;
    }

    private async Task<IReadOnlyList<string>> NotificationsAsync(
        Func<Dictionary<string, AttributeValue>, bool> isMeant, Func<Dictionary<string, AttributeValue>, string> said)
    {
        var response = await endpoint.Clients.DynamoDb.ScanAsync(
            new() { TableName = _provisioned.Naming.NameOf(Topology.NotificationsTable), ConsistentRead = true },
            TestContext.Current.CancellationToken);
        return [.. response.Items.Where(isMeant).Select(said).Order(StringComparer.Ordinal)];
    }

    private WebApplicationBuilder Builder(Deployable deployable)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["AWS:ServiceUrl"] = endpoint.Url,
            ["AWS:Region"] = endpoint.Region,
            ["Workers:Prefix"] = Prefix,
            ["Workers:Notification:Channels:sns:TopicArn"] = TopicArn,
            ["Serilog:MinimumLevel:Default"] = "Error",
        });
        foreach (var consumption in deployable.Consumptions)
        {
            builder.Configuration[$"Workers:{consumption.Name}:WaitTime"] = "00:00:01";
        }

        builder.Configuration.AddInMemoryCollection(Settings);
        return builder;
    }
}
