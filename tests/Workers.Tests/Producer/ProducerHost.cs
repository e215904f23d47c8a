using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.StepFunctions;
using LocalAws;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Defaults.Health;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.OrderHistory;
using Workers.Producer;
using Workers.Provisioning;

namespace Workers.Tests.Producer;

/// <summary>The producer's API over real HTTP, on the embedded AWS, with a bus that records unless it is to be the embedded one.</summary>
public sealed class ProducerHost : IAsyncLifetime
{
    private WebApplication _app = null!;

    internal FakePublisher Bus { get; } = new();

    /// <summary>Whether events go to the embedded AWS instead of <see cref="Bus"/>.</summary>
    internal bool PublishesToAws { get; init; }

    /// <summary>What is done to AWS between provisioning it and starting the API.</summary>
    internal Action<LocalAwsServer> BeforeStart { get; set; } = _ => { };

    internal Dictionary<string, string?> Settings { get; } = [];

    /// <summary>The API's clock, where it is not the system's.</summary>
    internal FakeTime? Time { get; init; }

    internal LogLines Log { get; } = new();

    internal LocalAwsServer Aws { get; private set; } = null!;

    internal IServiceProvider Services => _app.Services;

    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Aws = await LocalAwsServer.StartAsync();
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["AWS:Region"] = "us-east-1",
            ["AWS:ServiceUrl"] = Aws.Endpoint.ToString(),
            ["Serilog:WriteTo:0:Name"] = "Console",
            ["Serilog:WriteTo:0:Args:restrictedToMinimumLevel"] = "Fatal",   // the lines are in Log
            ["Workers:Producer:CorsOrigins:0"] = "https://shop.example",
        });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Services.AddSingleton<AWSCredentials>(new BasicAWSCredentials("test", "test"));
        if (Time is not null)
        {
            builder.Services.AddSingleton<TimeProvider>(Time);
        }

        builder.AddProducer();
        builder.Logging.AddProvider(Log);
        if (!PublishesToAws)
        {
            builder.Services.AddSingleton<IEventPublisher>(Bus);
        }

        _app = builder.Build().MapProducer();
        _app.MapWorkerHealth();
        if (!Settings.ContainsKey("AWS:ServiceUrl"))
        {
            await ProvisionAsync();
        }

        BeforeStart(Aws);
        await _app.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Aws.DisposeAsync();
    }

    public async Task<(int Status, JsonObject Body)> PostAsync(string path, object body, string? idempotencyKey = null)
    {
        using var response = await SendAsync(HttpMethod.Post, path, body, idempotencyKey);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, string? idempotencyKey = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (idempotencyKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        }

        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        return await Http.SendAsync(request);
    }

    /// <summary>Writes what the orders worker would have made of an order that was just placed, one laptop of 10.</summary>
    public Task RecordAsync(string orderId, string customerId, decimal amount = 10m) => PutAsync(Placed(orderId, customerId, amount));

    /// <summary>Writes an order as the orders worker does.</summary>
    internal Task PutAsync(Order order) => PutAsync(Topology.OrdersTable, new()
    {
        [OrderColumns.OrderId] = new() { S = order.OrderId },
        [OrderColumns.Version] = new() { N = $"{order.Version}" },
        [OrderColumns.Snapshot] = new() { S = Services.GetRequiredService<OrderJson>().Write(order) },
    });

    internal Task PutAsync(string table, Dictionary<string, AttributeValue> row) =>
        Services.GetRequiredService<IAmazonDynamoDB>().PutItemAsync(new() { TableName = table, Item = row });

    internal static Order Placed(string orderId, string customerId, decimal amount = 10m) => Order.None(orderId) with
    {
        Version = 1,
        Status = OrderStatus.Placed,
        CustomerId = customerId,
        Items = [new("LAPTOP-001", 1)],
        Subtotal = amount,
        Amount = amount,
        PlacedAt = FakeTime.Start,
    };

    private async Task ProvisionAsync()
    {
        var clients = new AwsClients(
            Services.GetRequiredService<IAmazonSQS>(),
            Services.GetRequiredService<IAmazonEventBridge>(),
            Services.GetRequiredService<IAmazonDynamoDB>(),
            Services.GetRequiredService<IAmazonSimpleNotificationService>(),
            Services.GetRequiredService<IAmazonStepFunctions>());
        var naming = Services.GetRequiredService<IOptions<ResourceNaming>>().Value;
        await new TopologyProvisioner(clients, naming, TimeProvider.System).ApplyAsync(TestContext.Current.CancellationToken);
    }
}
