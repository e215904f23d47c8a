using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Options;
using Workers.Events;
using Workers.OrderHistory;
using Workers.Producer.Callers;
using Workers.Producer.Http;
using Workers.Producer.Orders;

namespace Workers.Producer.Following;

/// <summary>Holds an answer until its order has ended, where the caller prefers that to asking again.</summary>
internal sealed class OrderWaits(
    OrderStore store,
    IOptions<FollowOptions> options,
    IOptions<RequestLimitOptions> limits,
    IHostApplicationLifetime lifetime,
    TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _places = new(Math.Min(options.Value.MaxWaits, limits.Value.MaxConcurrentRequests / 2));

    /// <summary>
    /// The order as it is known when it has ended or the wait is over; at once where the caller does not wait, or too many do. AWS failing
    /// meanwhile only means that nothing new is known.
    /// </summary>
    /// <param name="call">The caller's request.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="known">What is known of it now, as far as the caller may see it.</param>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public async Task<Order?> UntilEndedAsync(HttpContext call, string orderId, Order? known)
    {
        if (known is { HasEnded: true } || WaitPreference.Of(call.Request) is not { } wait || !_places.Wait(0, CancellationToken.None))
        {
            return known;
        }

        try
        {
            call.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();   // the wait is bounded by itself
            call.Response.Headers[WaitPreference.AppliedHeader] = WaitPreference.Applied(wait);
            using var over = new CancellationTokenSource(wait, time);
            using var any = CancellationTokenSource.CreateLinkedTokenSource(over.Token, call.RequestAborted, lifetime.ApplicationStopping);
            known = await PollAsync(orderId, known, Caller.Of(call), any.Token);
            call.RequestAborted.ThrowIfCancellationRequested();
            return known;
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<Order?> PollAsync(string orderId, Order? known, Caller caller, CancellationToken over)
    {
        var pause = FirstPause;
        try
        {
            while (known is not { HasEnded: true })
            {
                await Task.Delay(pause, time, over);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                known = await FindAsync(orderId, caller, over) ?? known;
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // What is known by now is the answer.
        }

        return known;
    }

    // Another customer's order is waited for like one that nobody placed, or the time to the answer would tell them apart.
    private async Task<Order?> FindAsync(string orderId, Caller caller, CancellationToken over)
    {
        try
        {
            return await store.FindAsync(orderId, over) is { } order && caller.Owns(order.CustomerId) ? order : null;
        }
        catch (Exception exception) when (AwsFailures.Of(exception, over) is not null)
        {
            return null;
        }
    }
}
