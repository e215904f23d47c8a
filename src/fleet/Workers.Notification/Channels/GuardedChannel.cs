using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Notification.Channels;

/// <summary>
/// A channel within its limits: so many at once, each within its timeout, and none while the channel rests after failures. What finds no
/// place within a second waits in the queue and holds none of the queue's places, so that a slow channel delays only its own notifications.
/// </summary>
internal sealed partial class GuardedChannel(
    IChannel channel, ChannelLimits limits, TimeProvider time, Jitter jitter, ILogger logger) : IDisposable
{
    private readonly ILogger _logger = logger;
    /// <summary>How long a place is waited for here: a channel that is quick, and only busy, has one by then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WaitSpread = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _slots = new(limits.MaxConcurrent);
    private readonly ChannelBreaker _breaker = new(limits.Break, time);

    /// <summary>Somebody waited in vain, and no place has come free since: nobody waits here until one does.</summary>
    private volatile bool _isSlow;

    /// <summary>The channel's name.</summary>
    public string Name => channel.Name;

    /// <summary>Does what may deliver a notification, where the channel has a place for it; else it is a wait.</summary>
    public async Task<Outcome> RunAsync(Func<Task<Outcome>> delivery, CancellationToken cancellationToken)
    {
        if (!await TryEnterAsync(cancellationToken))
        {
            return Wait("full", ShortestWait + jitter.UpTo(WaitSpread));
        }

        try
        {
            return _breaker.Rest() is { } rest ? Wait("resting", rest) : await delivery();
        }
        finally
        {
            _isSlow = false;
            _slots.Release();
        }
    }

    /// <summary>Delivers a notification; see <see cref="IChannel.SendAsync"/>.</summary>
    /// <exception cref="UndeliverableException">It can never be delivered.</exception>
    /// <exception cref="ChannelDownException">Not now, or it took too long.</exception>
    public async Task SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        try
        {
            await SendInTimeAsync(notification, cancellationToken);
            _breaker.Delivered(failed: false);
        }
        catch (ChannelDownException down) when (down.IsOutage)
        {
            if (_breaker.Delivered(failed: true))
            {
                LogRests(Name, limits.Break, down.Message);
            }

            throw;
        }
        catch (Exception)
        {
            _breaker.SaidNothing();
            throw;
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task<bool> TryEnterAsync(CancellationToken cancellationToken)
    {
        if (_slots.Wait(TimeSpan.Zero, CancellationToken.None))
        {
            return true;
        }

        if (_isSlow)
        {
            return false;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await _slots.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _isSlow = true;
            return false;
        }
    }

    private async Task SendInTimeAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limits.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await channel.SendAsync(notification, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ChannelDownException($"no answer within {limits.Timeout}");
        }
    }

    private Outcome Wait(string state, TimeSpan after)
    {
        LogWaits(Name, state, after);
        return Outcome.Retry(after);
    }

    [LoggerMessage(LogLevel.Information, "The channel {Channel} is {State}: the notification waits {Delay}")]
    private partial void LogWaits(string channel, string state, TimeSpan delay);

    [LoggerMessage(LogLevel.Error, "The channel {Channel} fails broadly and rests, one notification tries it every {Break}: {Reason}")]
    private partial void LogRests(string channel, TimeSpan @break, string reason);
}
