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

    private readonly QueueCourier _queues;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<long, Task> _underWay = new();
    private readonly ConcurrentDictionary<long, HttpPost> _posts = new();
    private readonly Throttle _throttle = new();
    private readonly SemaphoreSlim _room = new(MostUnderWay);
    private CancellationTokenSource _forgetting = new();
    private long _last;

    /// <param name="queues">Where messages go that are not delivered in the end.</param>
    /// <param name="time">The clock of waits and timeouts.</param>
    /// <param name="handler">What sends the requests; null for the network, of which it reaches loopback only.</param>
    public HttpCourier(QueueCourier queues, TimeProvider time, HttpMessageHandler? handler)
    {
        _queues = queues;
        _time = time;
        _http = new HttpMessageInvoker(handler ?? Loopback.Handler());
    }

    /// <summary>Keeps what is under way from being given up.</summary>
    public Lock Gate { get; } = new();

    /// <summary>What is under way, the oldest first.</summary>
    public IEnumerable<HttpPost> Posts => _posts.OrderBy(post => post.Key).Select(post => post.Value);

    /// <summary>Asks an endpoint to confirm its subscription.</summary>
    public void Confirm(Subscription subscription) => Ask(
        subscription,
        HttpPost.Confirmation,
        $"You have chosen to subscribe to the topic {subscription.TopicArn}.\n"
        + "To confirm the subscription, visit the SubscribeURL included in this message.");

    /// <summary>Tells an endpoint that its subscription has ended, and how to take it back.</summary>
    public void ConfirmEnd(Subscription subscription) => Ask(
        subscription,
        HttpPost.EndConfirmation,
        $"You have chosen to deactivate subscription {subscription.Arn}.\n"
        + "To cancel this operation and restore the subscription, visit the SubscribeURL included in this message.");

    /// <summary>Delivers a message; while too much is under way, it fails and goes to the dead-letter queue.</summary>
    /// <param name="message">The message.</param>
    /// <param name="subscription">Who gets it.</param>
    /// <param name="policy">How often it is tried again.</param>
    public void Deliver(PublishedMessage message, Subscription subscription, DeliveryPolicy policy)
    {
        var body = subscription.IsRaw ? message.BodyFor(subscription.Protocol) : Notification.Of(message, subscription);
        Start(new HttpPost(subscription, HttpPost.Notification, message.Id, body, subscription.IsRaw, policy, message));
    }

    /// <summary>Drops all that is under way.</summary>
    public void Clear()
    {
        Interlocked.Exchange(ref _forgetting, new CancellationTokenSource()).Cancel();
        _throttle.Clear();
    }

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

    /// <summary>Posts, or goes on where it was.</summary>
    public void Start(HttpPost post)
    {
        if (!_room.Wait(0))
        {
            GiveUp(post);
            return;
        }

        var ending = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, _forgetting.Token);
        var number = Interlocked.Increment(ref _last);
        var running = new Task<Task>(() => RunAsync(number, post, ending));
        _posts[number] = post;
        _underWay[number] = running.Unwrap();
        running.Start(TaskScheduler.Default);
    }

    private void Ask(Subscription subscription, string type, string text)
    {
        var id = Guid.NewGuid().ToString();
        var body = Notification.OfConfirmation(subscription, type, text, id, _time.GetUtcNow());
        Start(new HttpPost(subscription, type, id, body, IsRaw: false, DeliveryPolicy.Of(null, null), Message: null));
    }

    private async Task RunAsync(long number, HttpPost post, CancellationTokenSource ending)
    {
        try
        {
            await TryAsync(number, post, ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The server stops, or was told to forget.
        }
        finally
        {
            ending.Dispose();
            _room.Release();
            _posts.TryRemove(number, out _);
            _underWay.TryRemove(number, out _);
        }
    }

    private async Task TryAsync(long number, HttpPost post, CancellationToken cancellationToken)
    {
        if (post.Due - _time.GetUtcNow() is { } left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, _time, cancellationToken);
        }

        var outcome = await SendAsync(post, cancellationToken);
        foreach (var delay in post.Policy.Delays().Skip(post.Retries))
        {
            if (outcome != Outcome.Failed)
            {
                break;
            }

            post = post with { Retries = post.Retries + 1, Due = _time.GetUtcNow() + delay };
            _posts[number] = post;
            await Task.Delay(delay, _time, cancellationToken);
            outcome = await SendAsync(post, cancellationToken);
        }

        if (outcome != Outcome.Done)
        {
            lock (Gate)
            {
                GiveUp(post);
                _posts.TryRemove(number, out _);
            }
        }
    }

    private void GiveUp(HttpPost post)
    {
        if (post.Message is { } message)
        {
            _queues.DeadLetter(message, post.Subscription);
        }
    }

    private async Task<Outcome> SendAsync(HttpPost post, CancellationToken cancellationToken)
    {
        if (_throttle.Reserve(post, _time.GetUtcNow()) is { } wait)
        {
            await Task.Delay(wait, _time, cancellationToken);
        }

        using var timeout = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = post.ToRequest();
            using var response = await _http.SendAsync(request, either.Token);
            return (int)response.StatusCode switch
            {
                < 400 => Outcome.Done,
                429 or >= 500 => Outcome.Failed,
                _ => Outcome.Refused,
            };
        }
        catch (HttpRequestException)
        {
            return Outcome.Failed;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Outcome.Failed;
        }
    }

    /// <summary>What became of a try.</summary>
    private enum Outcome
    {
        /// <summary>The endpoint has it.</summary>
        Done,

        /// <summary>The endpoint will not have it.</summary>
        Refused,

        /// <summary>The endpoint may have it later.</summary>
        Failed,
    }
}
