using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workers.Engine.Timing;

namespace Workers.Engine.Hosting;

/// <summary>
/// One consumer in the life of its host. It opens the queue without holding up the host's start, so that health can be asked
/// meanwhile, and drains while the host still answers.
/// </summary>
internal sealed partial class QueueConsumerService : IHostedLifecycleService, IDisposable
{
    private readonly ConsumerOpener _opener;
    private readonly IHostApplicationLifetime _host;
    private readonly ILogger _logger;
    private readonly RunningTasks _opening;
    private readonly CancellationTokenSource _stopping = new();
    private QueueConsumer? _consumer;

    public QueueConsumerService(ConsumerOpener opener, IHostApplicationLifetime host, ILogger logger)
    {
        _opener = opener;
        _host = host;
        _logger = logger;
        _opening = new RunningTasks(EndProcess);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = _opening.Start(OpenAsync);
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _stopping.Cancel();
        await _opening.WhenIdleAsync();
        if (_consumer is not null)
        {
            if (await _consumer.DrainAsync(cancellationToken) is > 0 and var left)
            {
                LogLeft(left);
            }
            else
            {
                LogDrained();
            }
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _consumer?.Dispose();
        _stopping.Dispose();
    }

    private async Task OpenAsync()
    {
        try
        {
            _consumer = await _opener.OpenAsync(EndProcess, _stopping.Token);
            _consumer.Start();
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Nothing was begun, so there is nothing to drain.
        }
    }

    /// <summary>A worker that does not consume must not look healthy: the process ends, and says that it failed.</summary>
    private void EndProcess(Exception fault)
    {
        LogFatal(fault is QueueNotUsableException ? null : fault, fault.Message);
        Environment.ExitCode = 1;
        _host.StopApplication();
    }

    [LoggerMessage(LogLevel.Information, "Drained: nothing of ours is left in flight")]
    private partial void LogDrained();

    [LoggerMessage(LogLevel.Warning, "Drained, but {Count} messages of ours may stay invisible until their visibility timeout ends: SQS did not answer in time")]
    private partial void LogLeft(int count);

    [LoggerMessage(LogLevel.Critical, "Consuming ends, and the process with it: {Reason}")]
    private partial void LogFatal(Exception? fault, string reason);
}
