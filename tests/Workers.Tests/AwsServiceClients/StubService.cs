using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Workers.Tests.AwsServiceClients;

/// <summary>The other end of the wire: records what it is sent, and answers as it is told; the last answer stays.</summary>
public sealed class StubService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SentRequest> _requests = new();
    private readonly ConcurrentQueue<Answer> _answers = new();
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Answer _answer = new("{}", StatusCodes.Status200OK, []);

    private StubService(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public IReadOnlyList<SentRequest> Requests => [.. _requests];

    public SentRequest Request => Assert.Single(_requests);

    public static async Task<StubService> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new StubService(builder.Build());
        service._app.Run(service.HandleAsync);
        await service._app.StartAsync(cancellationToken);
        return service;
    }

    public StubService Answers(string body, int status = 200, params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(new Answer(body, status, headers));
        return this;
    }

    public StubService NeverAnswers()
    {
        _answers.Enqueue(new Answer(Body: null, StatusCodes.Status200OK, []));
        return this;
    }

    public Task HasReceivedARequestAsync(CancellationToken cancellationToken) => _received.Task.WaitAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _requests.Enqueue(new SentRequest(
            context.Request.Protocol,
            context.Request.Method,
            context.Request.GetEncodedPathAndQuery(),
            headers,
            await reader.ReadToEndAsync()));
        _received.TrySetResult();
        var answer = Next();
        if (answer.Body is null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.Headers["x-amzn-RequestId"] = "the-request-id";
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        var body = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private Answer Next() => _answers.TryDequeue(out var next) ? _answer = next : _answer;

    private sealed record Answer(string? Body, int Status, (string Name, string Value)[] Headers);
}
