using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SQS;
using LocalAws;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workers.Defaults.Health;
using Workers.Events;
using Workers.Events.Publishing;
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

    /// <summary>Writes what the inventory worker would have made of an order.</summary>
    public Task ReserveAsync(string orderId, string customerId, decimal amount = 10m) => Services.GetRequiredService<IAmazonDynamoDB>().PutItemAsync(new()
    {
        TableName = "reservations",
        Item = new()
        {
            ["orderId"] = new() { S = orderId },
            ["state"] = new() { S = "Reserved" },
            ["customerId"] = new() { S = customerId },
            ["amount"] = new() { N = amount.ToString(System.Globalization.CultureInfo.InvariantCulture) },
            ["items"] = new()
            {
                L = [new() { M = new() { ["productId"] = new() { S = "LAPTOP-001" }, ["quantity"] = new() { N = "1" } } }],
            },
            ["occurredAt"] = new() { S = "2026-01-15T10:00:00Z" },
            ["decidedAt"] = new() { S = "2026-01-15T10:00:01Z" },
        },
    });

    private async Task ProvisionAsync()
    {
        var clients = new AwsClients(
            Services.GetRequiredService<IAmazonSQS>(),
            Services.GetRequiredService<IAmazonEventBridge>(),
            Services.GetRequiredService<IAmazonDynamoDB>());
        var naming = Services.GetRequiredService<IOptions<ResourceNaming>>().Value;
        await new TopologyProvisioner(clients, naming, TimeProvider.System).ApplyAsync(TestContext.Current.CancellationToken);
    }
}
