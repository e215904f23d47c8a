using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LocalAws.Tests.EventBridge.ApiDestinations;

/// <summary>An HTTP endpoint on this machine that records what it is sent, and answers as a test asks for.</summary>
internal sealed class Webhook : IAsyncDisposable
{
    private readonly Channel<WebhookRequest> _requests = Channel.CreateUnbounded<WebhookRequest>();
    private readonly Queue<Action<HttpResponse>> _answers = new();
    private readonly WebApplication _app;

    private Webhook(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public static async Task<Webhook> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var hook = new Webhook(builder.Build());
        hook._app.Run(hook.AnswerAsync);
        await hook._app.StartAsync();
        return hook;
    }

    /// <summary>How the next request is answered; without this it is well.</summary>
    public void Answer(int status, string? retryAfter = null) => _answers.Enqueue(response =>
    {
        response.StatusCode = status;
        if (retryAfter is not null)
        {
            response.Headers["Retry-After"] = retryAfter;
        }
    });

    /// <summary>The next request, when it comes.</summary>
    public Task<WebhookRequest> NextAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        return _requests.Reader.ReadAsync(cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(30), cancellation);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = context.Request;
        var headers = request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (_answers.TryDequeue(out var answer))
        {
            answer(context.Response);
        }

        var path = $"{request.Path}{request.QueryString}";
        await _requests.Writer.WriteAsync(new(request.Method, path, headers, body), context.RequestAborted);
    }
}

/// <summary>What a webhook was sent.</summary>
internal sealed record WebhookRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);
