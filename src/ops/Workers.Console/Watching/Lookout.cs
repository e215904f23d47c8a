using Workers.Events;
using Workers.Operations;

namespace Workers.Console.Watching;

/// <summary>
/// Looks again and again: soon while somebody has a page open, rarely while nobody has, and at once when somebody comes. One look serves
/// every page, so that the number of people who look costs nothing.
/// </summary>
internal sealed partial class Lookout(string what, TimeProvider time, ILogger logger) : IDisposable
{
    private static readonly TimeSpan SomebodyLooks = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource _wake = new();
    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;

    /// <summary>What went wrong with the last look; null where nothing did.</summary>
    public string? Problem { get; private set; }

    /// <summary>Ends with the first look.</summary>
    public Task First => _first.Task;

    /// <summary>Says that somebody looks.</summary>
    public void Come()
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (now - _lookedAt > SomebodyLooks)
            {
                _wake.Cancel();   // what is shown first may be as old as the idle interval; it says so, and the next is on its way
            }

            _lookedAt = now;
        }
    }

    /// <summary>Looks until it is stopped. A look that AWS fails leaves the figures as they were.</summary>
    /// <param name="look">The look, which keeps what it saw.</param>
    /// <param name="interval">How long to wait for the next while somebody has a page open.</param>
    /// <param name="idleInterval">How long while nobody has.</param>
    /// <param name="stoppingToken">Ends it.</param>
    public async Task RunAsync(
        Func<CancellationToken, Task> look, TimeSpan interval, TimeSpan idleInterval, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(look, stoppingToken);
            _first.TrySetResult();
            await PauseAsync(interval, idleInterval, stoppingToken);
        }
    }

    public void Dispose() => _wake.Dispose();

    private async Task LookAsync(Func<CancellationToken, Task> look, CancellationToken cancellationToken)
    {
        try
        {
            await look(cancellationToken);
            Problem = null;
        }
        catch (Exception exception) when (exception is OperationFailedException || AwsFailures.Of(exception, cancellationToken) is not null)
        {
            if (Problem is null)
            {
                LogBlind(what, exception.Message);
            }

            Problem = exception.Message;
        }
    }

    private async Task PauseAsync(TimeSpan interval, TimeSpan idleInterval, CancellationToken stoppingToken)
    {
        CancellationTokenSource wake;
        TimeSpan pause;
        lock (_lock)
        {
            _wake.Dispose();
            wake = _wake = new();
            pause = time.GetUtcNow() - _lookedAt > SomebodyLooks ? idleInterval : interval;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, wake.Token);
        await Task.Delay(pause, time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(LogLevel.Warning, "{What} cannot be looked at, and pages show what was seen before: {Reason}")]
    private partial void LogBlind(string what, string reason);
}
