using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workers.Defaults.Health;
using Workers.Events.Publishing;
using Workers.Producer;

namespace Workers.Tests.Producer;

/// <summary>The producer's API over real HTTP, with a bus that records.</summary>
public sealed class ProducerHost : IAsyncLifetime
{
    private WebApplication _app = null!;

    internal FakePublisher Bus { get; } = new();

    internal Dictionary<string, string?> Settings { get; } = [];

    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["AWS:Region"] = "us-east-1",
            ["AWS:ServiceUrl"] = "http://127.0.0.1:9",   // nobody answers: these specs need no AWS
            ["Serilog:MinimumLevel:Default"] = "Fatal",
            ["Workers:Producer:CorsOrigins:0"] = "https://shop.example",
        });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Services.AddSingleton<AWSCredentials>(new BasicAWSCredentials("test", "test"));
        builder.AddProducer();
        builder.Services.AddSingleton<IEventPublisher>(Bus);

        _app = builder.Build().MapProducer();
        _app.MapWorkerHealth();
        await _app.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public async Task<(int Status, JsonObject Body)> PostAsync(string path, object body, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        using var response = await Http.SendAsync(request);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }
}
