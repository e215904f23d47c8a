using System.Collections.Concurrent;
using LocalAws.Sns.Messages;
using LocalAws.Sns.Subscriptions;

namespace LocalAws.Sns.Deliveries;

/// <summary>Posts to endpoints on this machine, in the background, and tries again as the delivery policy says.</summary>
internal sealed class HttpCourier : IAsyncDisposable
{
    private const int MostUnderWay = 10_000;

    // "If the endpoint does not respond before the connection times out": after 15 seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<long, Task> _underWay = new();
    private readonly SemaphoreSlim _room = new(MostUnderWay);
    private CancellationTokenSource _forgetting = new();
    private long _last;

    /// <param name="time">The clock of waits and timeouts.</param>
    /// <param name="handler">What sends the requests; null for the network, of which it reaches loopback only.</param>
    public HttpCourier(TimeProvider time, HttpMessageHandler? handler)
    {
        _time = time;
        _http = new HttpMessageInvoker(handler ?? Loopback.Handler());
    }

    /// <summary>Asks an endpoint to confirm its subscription.</summary>
    public void Confirm(Subscription subscription)
    {
        var id = Guid.NewGuid().ToString();
        var body = Notification.OfConfirmation(subscription, id, _time.GetUtcNow());
        var post = new HttpPost(subscription, "SubscriptionConfirmation", id, body, IsRaw: false);
        Start(post, DeliveryPolicy.Of(null, null), (_, _) => { });
    }

    /// <summary>Delivers a message; while too much is under way, it fails.</summary>
    /// <param name="message">The message.</param>
    /// <param name="subscription">Who gets it.</param>
    /// <param name="policy">How often it is tried again.</param>
    /// <param name="failed">Gets an error's code and message when it is not delivered in the end.</param>
    public void Deliver(PublishedMessage message, Subscription subscription, DeliveryPolicy policy, Action<string, string> failed)
    {
        var body = subscription.IsRaw ? message.BodyFor(subscription.Protocol) : Notification.Of(message, subscription);
        var post = new HttpPost(subscription, "Notification", message.Id, body, subscription.IsRaw);
        Start(post, policy, failed);
    }

    /// <summary>Drops all that is under way.</summary>
    public void Clear() => Interlocked.Exchange(ref _forgetting, new CancellationTokenSource()).Cancel();

    /// <summary>Ends what is under way where it is.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_underWay.Values);
        _http.Dispose();
        _room.Dispose();
        _forgetting.Dispose();
        _stopping.Dispose();
    }

    private void Start(HttpPost post, DeliveryPolicy policy, Action<string, string> failed)
    {
        if (!_room.Wait(0))
        {
            failed("Throttled", $"{MostUnderWay} posts are under way.");
            return;
        }

        var ending = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, _forgetting.Token);
        var number = Interlocked.Increment(ref _last);
        var running = new Task<Task>(() => RunAsync(number, post, policy, failed, ending));
        _underWay[number] = running.Unwrap();
        running.Start(TaskScheduler.Default);
    }

    private async Task RunAsync(
        long number, HttpPost post, DeliveryPolicy policy, Action<string, string> failed, CancellationTokenSource ending)
    {
        try
        {
            await TryAsync(post, policy, failed, ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The server stops, or was told to forget.
        }
        finally
        {
            ending.Dispose();
            _room.Release();
            _underWay.TryRemove(number, out _);
        }
    }

    private async Task TryAsync(HttpPost post, DeliveryPolicy policy, Action<string, string> failed, CancellationToken cancellationToken)
    {
        var outcome = await SendAsync(post, policy, cancellationToken);
        foreach (var delay in policy.Delays())
        {
            if (!outcome.IsRetryable)
            {
                break;
            }

            await Task.Delay(delay, _time, cancellationToken);
            outcome = await SendAsync(post, policy, cancellationToken);
        }

        if (outcome.Error is { } error)
        {
            failed(outcome.IsRetryable ? "RetriesExhausted" : "ClientError", error);
        }
    }

    private async Task<Outcome> SendAsync(HttpPost post, DeliveryPolicy policy, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = post.ToRequest(policy);
            using var response = await _http.SendAsync(request, either.Token);
            return (int)response.StatusCode switch
            {
                < 400 => default,
                429 or >= 500 => new Outcome($"The endpoint answered {(int)response.StatusCode}.", IsRetryable: true),
                _ => new Outcome($"The endpoint answered {(int)response.StatusCode}.", IsRetryable: false),
            };
        }
        catch (HttpRequestException exception)
        {
            return new Outcome(exception.Message, IsRetryable: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Outcome($"The endpoint did not answer within {Patience.TotalSeconds} seconds.", IsRetryable: true);
        }
    }

    private readonly record struct Outcome(string? Error, bool IsRetryable);
}
