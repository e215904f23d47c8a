using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.EventBridge.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Contracts.Tables;
using Workers.Defaults.Health;
using Workers.IntegrationTests.Endpoint;
using Workers.Local;

namespace Workers.IntegrationTests.Fleet;

/// <summary>The whole fleet at work on a topology of their own.</summary>
public sealed class RunningFleet(AwsEndpoint endpoint) : IAsyncLifetime
{
    private readonly ProvisionedFleet _provisioned = new(endpoint);
    private readonly List<WebApplication> _hosts = [];

    /// <summary>The prefix of every name.</summary>
    public string Prefix => _provisioned.Naming.Prefix;

    /// <summary>Told of each deployable and its services before it starts.</summary>
    public Action<string, IServiceProvider> OnBuilt { get; init; } = (_, _) => { };

    /// <summary>Settings of every host beside the usual; to be given before it starts.</summary>
    internal Dictionary<string, string?> Settings { get; } = [];

    /// <summary>The producer's API.</summary>
    public HttpClient Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (endpoint.IsMoto)
        {
            return;   // every spec of the fleet is skipped there
        }

        await _provisioned.InitializeAsync();
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

    public async Task PlaceAsync(string orderId, string productId, int quantity = 1, decimal amount = 10m, string? shippingAddress = null)
    {
        using var response = await Api.PostAsJsonAsync(
            "/orders",
            new { orderId, customerId = "CUST-1", amount, items = new[] { new { productId, quantity } }, shippingAddress },
            TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task CancelAsync(string orderId)
    {
        using var response = await Api.PostAsJsonAsync(
            $"/orders/{orderId}/cancel", new { customerId = "CUST-1" }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public Task OrderBecomesAsync(string orderId, string state) =>
        Eventually.TrueAsync($"{orderId} is {state}", async () => await StateOfAsync(orderId) == state);

    /// <summary>What became of an order; null while nobody knows it.</summary>
    public async Task<string?> StateOfAsync(string orderId) => (string?)(await FindAsync($"/orders/{orderId}"))?["state"];

    /// <summary>Available and reserved units; null for a product that nobody stocked.</summary>
    public async Task<(int Available, int Reserved)?> StockOfAsync(string productId) =>
        await FindAsync($"/inventory/{productId}") is { } stock ? ((int)stock["available"]!, (int)stock["reserved"]!) : null;

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
    public async Task<IReadOnlyList<string>> NotificationsAsync(string template)
    {
        var response = await endpoint.Clients.DynamoDb.ScanAsync(
            new() { TableName = _provisioned.Naming.NameOf(Topology.NotificationsTable), ConsistentRead = true },
            TestContext.Current.CancellationToken);
        return
        [
            .. response.Items
                .Where(row => row[NotificationColumns.Template].S == template)
                .Select(row => row[NotificationColumns.Recipient].S),
        ];
    }

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

    /// <summary>A GET that may find nothing.</summary>
    public async Task<JsonObject?> FindAsync(string path)
    {
        using var response = await Api.GetAsync(path, TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken)
            : null;
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
