using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Workers.Tests.Payments;

/// <summary>A server that is posted to, answers as told, and records the last request.</summary>
internal sealed class AnsweringServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private AnsweringServer(WebApplication server) => _server = server;

    public Uri Url => new(_server.Urls.First());

    /// <summary>The status of its answers.</summary>
    public int Status { get; set; } = 200;

    /// <summary>The body of its answers.</summary>
    public string Answer { get; set; } = "{}";

    /// <summary>The Retry-After of its answers; empty for none.</summary>
    public string RetryAfter { get; set; } = "";

    /// <summary>What its answers wait for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>The last request's line.</summary>
    public string Request { get; private set; } = "";

    public IHeaderDictionary Headers { get; private set; } = new HeaderDictionary();

    public string Body { get; private set; } = "";

    public static async Task<AnsweringServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection([new("urls", "http://127.0.0.1:0")]);
        builder.WebHost.UseKestrelCore();
        var server = new AnsweringServer(builder.Build());
        server._server.Run(server.TakeAsync);
        await server._server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        Request = $"{context.Request.Method} {context.Request.Path}";
        Headers = new HeaderDictionary(context.Request.Headers.ToDictionary());
        Body = await body.ReadToEndAsync(context.RequestAborted);
        await Gate.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = Status;
        context.Response.Headers.RetryAfter = RetryAfter;
        context.Response.Headers.Location = "/elsewhere";
        await context.Response.WriteAsync(Answer, context.RequestAborted);
    }
}
