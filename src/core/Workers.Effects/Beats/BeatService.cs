using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workers.Events;

namespace Workers.Effects.Beats;

/// <summary>
/// The beat in the life of a host: what is asked of its queues is read before any of them is received from, then the row is written at each
/// interval, also during the drain, and deleted when that is over. What fails is left for the next beat; messages are handled meanwhile.
/// </summary>
internal sealed partial class BeatService(
    FleetTable table, HostReport report, IOptions<BeatOptions> options, TimeProvider time, ILogger<BeatService> logger)
    : IHostedLifecycleService, IDisposable
{
    /// <summary>How long a beat's calls may take together: a table that hangs holds up no start and no stop for longer.</summary>
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(3);

    private readonly ILogger _logger = logger;
    private readonly PeriodicTimer _timer = new(options.Value.Interval, time);
    private Task _beating = Task.CompletedTask;
    private bool _isFailing;

    public Task StartingAsync(CancellationToken cancellationToken) => TryAsync(ObeyAsync);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _beating = RunAsync();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _timer.Dispose();
        await _beating;
        await TryAsync(token => table.DeleteAsync(report.Instance, token));
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _timer.Dispose();

    private async Task RunAsync()
    {
        do
        {
            await TryAsync(BeatAsync);
        }
        while (await _timer.WaitForNextTickAsync(CancellationToken.None));
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        await ObeyAsync(cancellationToken);
        await table.WriteAsync(report.Now(), cancellationToken);
    }

    private async Task ObeyAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in report.Queues)
        {
            report.Obey(queue, await table.SteeringOfAsync(queue, cancellationToken));
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> call)
    {
        using var limit = new CancellationTokenSource(CallLimit, time);
        try
        {
            await call(limit.Token);
        }
        catch (Exception failure) when (AwsFailures.Of(failure, CancellationToken.None) is not null)
        {
            if (!_isFailing)
            {
                LogFailing(failure, report.Instance);
            }

            _isFailing = true;
            return;
        }

        if (_isFailing)
        {
            LogBack(report.Instance);
        }

        _isFailing = false;
    }

    [LoggerMessage(LogLevel.Warning, "{Instance} cannot reach the fleet's table: nobody sees how it does, and it obeys what was asked before. Messages are handled as usual")]
    private partial void LogFailing(Exception failure, string instance);

    [LoggerMessage(LogLevel.Information, "{Instance} reaches the fleet's table again")]
    private partial void LogBack(string instance);
}
