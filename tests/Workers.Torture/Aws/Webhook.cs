using System.Collections.Concurrent;

namespace Workers.Torture.Aws;

/// <summary>The other side of every notification: records each post by its idempotency key, with who sent it and when.</summary>
internal sealed class Webhook : IAsyncDisposable
{
    private readonly ConcurrentQueue<Post> _posts = [];
    private readonly WebApplication _app;

    private Webhook(WebApplication app) => _app = app;

    public IReadOnlyCollection<Post> Posts => _posts;

    public static async Task<Webhook> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        var webhook = new Webhook(builder.Build());
        webhook._app.MapPost("/{fleet}", (string fleet, HttpRequest request) =>
            webhook._posts.Enqueue(new Post(request.Headers["Idempotency-Key"].ToString(), fleet, time.GetUtcNow())));
        await webhook._app.StartAsync(cancellationToken);
        return webhook;
    }

    /// <summary>Where a fleet posts to.</summary>
    public Uri AddressOf(string fleet) => new(new Uri(_app.Urls.First()), fleet);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>One post.</summary>
    internal sealed record Post(string NotificationId, string Fleet, DateTimeOffset At);
}
