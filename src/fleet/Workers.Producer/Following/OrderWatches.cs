using Microsoft.Extensions.Options;
using Workers.Events;
using Workers.OrderHistory;
using Workers.Producer.Http;
using Workers.Producer.Orders;

namespace Workers.Producer.Following;

/// <summary>
/// Streams an order's changes until it has ended, ten minutes are over, the caller is gone, or the host stops. AWS failing meanwhile only
/// means that nothing new is seen.
/// </summary>
internal sealed class OrderWatches(
    OrderStore store, IOptions<FollowOptions> options, IHostApplicationLifetime lifetime, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _places = new(options.Value.MaxWatches);

    /// <param name="order">The order as it is.</param>
    /// <param name="seen">The version that the caller has seen; 0 for none.</param>
    /// <param name="stream">Where its changes go.</param>
    /// <param name="cancellationToken">Says that the caller is gone.</param>
    /// <exception cref="ProblemException">Too many watch (503).</exception>
    public async Task WriteAsync(Order order, int seen, OrderStream stream, CancellationToken cancellationToken)
    {
        if (!_places.Wait(0, CancellationToken.None))
        {
            throw new ProblemException(
                StatusCodes.Status503ServiceUnavailable, "Too many watch orders just now.", "Try again later, or GET the order instead.")
            {
                RetryAfter = TimeSpan.FromSeconds(5),
            };
        }

        using var over = new CancellationTokenSource(Longest, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await stream.StartAsync(any.Token);
            await FollowAsync(order, seen, stream, any.Token);
        }
        catch (OperationCanceledException) when (any.IsCancellationRequested)
        {
            // The stream ends here; its caller may come back with the last version that it has seen.
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task FollowAsync(Order order, int seen, OrderStream stream, CancellationToken over)
    {
        var pause = FirstPause;
        var lastWrite = time.GetTimestamp();
        while (true)
        {
            if (order.Version > seen)
            {
                await stream.WriteAsync(order, over);
                (seen, pause, lastWrite) = (order.Version, FirstPause, time.GetTimestamp());
            }
            else if (time.GetElapsedTime(lastWrite) >= Heartbeat)
            {
                await stream.WriteHeartbeatAsync(over);
                lastWrite = time.GetTimestamp();
            }

            if (order.HasEnded)
            {
                return;
            }

            await Task.Delay(pause, time, over);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            order = await FindAsync(order, over);
        }
    }

    private async Task<Order> FindAsync(Order known, CancellationToken over)
    {
        try
        {
            return await store.FindAsync(known.OrderId, over) ?? known;
        }
        catch (Exception exception) when (AwsFailures.Of(exception, over) is not null)
        {
            return known;
        }
    }
}
