using System.Globalization;
using System.Net;
using System.Threading.Channels;
using LocalAws.EventBridge.Deliveries;

namespace LocalAws.EventBridge.ApiDestinations;

/// <summary>Calls the endpoints of API destinations in the background, some at once, and says what came of it.</summary>
internal sealed class ApiDestinationCalls : IAsyncDisposable
{
    private const int Capacity = 1000;
    private const int MaxConcurrency = 16;

    // AWS: "a maximum client execution timeout of 5 seconds".
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Channel<(ApiCall Call, int Epoch)> _calls = Channel.CreateBounded<(ApiCall, int)>(Capacity);
    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpClient _client;
    private readonly TimeProvider _time;
    private readonly Task _calling;
    private volatile int _epoch;

    /// <param name="settle">Told what came of each call.</param>
    /// <param name="time">The clock that calls time out by.</param>
    public ApiDestinationCalls(Action<Delivery, DeliveryResult> settle, TimeProvider time)
    {
        _time = time;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _calling = Task.Run(() => CallAsync(settle));
    }

    /// <summary>Hands a call over; false when too many are under way.</summary>
    public bool TryAdd(ApiCall call) => _calls.Writer.TryWrite((call, _epoch));

    /// <summary>Drops what waits, and forgets what is under way.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref _epoch);
        while (_calls.Reader.TryRead(out var waiting))
        {
            waiting.Call.Request.Dispose();
        }
    }

    /// <summary>Ends all calls where they are.</summary>
    public async ValueTask DisposeAsync()
    {
        _calls.Writer.TryComplete();
        await _stopping.CancelAsync();
        try
        {
            await _calling;
        }
        catch (OperationCanceledException)
        {
            // As it was told.
        }

        _client.Dispose();
        _stopping.Dispose();
    }

    private Task CallAsync(Action<Delivery, DeliveryResult> settle)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrency, CancellationToken = _stopping.Token };
        return Parallel.ForEachAsync(_calls.Reader.ReadAllAsync(_stopping.Token), options, async (item, _) =>
        {
            using var request = item.Call.Request;
            var result = await SendAsync(request);
            if (item.Epoch == _epoch)
            {
                settle(item.Call.Delivery, result);
            }
        });
    }

    private async Task<DeliveryResult> SendAsync(HttpRequestMessage request)
    {
        using var timeout = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _stopping.Token);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Result(response);
        }
        catch (HttpRequestException exception)
        {
            return new DeliveryResult("CONNECTION_FAILURE", exception.Message, IsRetryable: true);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new DeliveryResult("TIMEOUT", "The API destination did not answer in time.", IsRetryable: true);
        }
    }

    private static DeliveryResult Result(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            return DeliveryResult.Delivered;
        }

        var code = response.StatusCode == HttpStatusCode.TooManyRequests ? "THROTTLING" : "ERROR_FROM_TARGET";
        var wait = RetryAfter(response);
        var isRetryable = status is 401 or 407 or 409 or 429 or >= 500 && !(wait < TimeSpan.Zero);
        return new DeliveryResult(code, $"The API destination answered with HTTP status {status}.", isRetryable) { RetryAfter = wait };
    }

    // A negative one asks not to be called again.
    private static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Retry-After", out var values)
        && int.TryParse(values.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}

/// <summary>A delivery, and the request that makes it.</summary>
internal sealed record ApiCall(Delivery Delivery, HttpRequestMessage Request);
