using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Workers.Notification.Channels;

namespace Workers.Tests.Notification;

/// <summary>A server that is posted to, answers as told, and records the last request.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;

    private WebhookReceiver(WebApplication server) => _server = server;

    public Uri Url => new(_server.Urls.First());

    public Action<HttpResponse> Answer { get; set; } = _ => { };

    /// <summary>Every request's line.</summary>
    public List<string> Requests { get; } = [];

    public IHeaderDictionary Headers { get; private set; } = new HeaderDictionary();

    public byte[] Body { get; private set; } = [];

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection([new("urls", "http://127.0.0.1:0")]);
        builder.WebHost.UseKestrelCore();
        var receiver = new WebhookReceiver(builder.Build());
        receiver._server.Run(receiver.TakeAsync);
        await receiver._server.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>The channel as the worker has it, posting here.</summary>
    public WebhookChannel Channel(TimeProvider time, string? secret = null, string? previousSecret = null) =>
        Channel(new WebhookChannelOptions { Url = Url, Secret = secret, PreviousSecret = previousSecret }, time);

    public static WebhookChannel Channel(WebhookChannelOptions options, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddWebhookClient();
        return new(
            services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>(),
            Options.Create(options),
            time,
            NullLogger<WebhookChannel>.Instance);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        (Headers, Body) = (new HeaderDictionary(context.Request.Headers.ToDictionary()), body.ToArray());
        Requests.Add($"{context.Request.Method} {context.Request.Path}");
        Answer(context.Response);
    }
}
