using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Events;

namespace Workers.Producer.Publishing;

/// <summary>
/// Looks every few seconds whether the bus exists, because EventBridge takes events for one that does not, and they are lost. Only an
/// explicit no counts: where the look is throttled, denied or not answered, what was known stays. Requests and probes ask the memory of
/// it, never AWS.
/// </summary>
internal sealed partial class BusWatch(
    IAmazonEventBridge eventBridge,
    IOptions<ResourceNaming> naming,
    TimeProvider time,
    ILogger<BusWatch> logger)
    : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private volatile bool _isMissing;

    /// <summary>Whether the last answer said that there is no such bus.</summary>
    public bool IsMissing => _isMissing;

    private string Bus => naming.Value.NameOf(Topology.Bus);

    /// <summary>Looks once before the host listens.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_isMissing ? HealthCheckResult.Unhealthy($"The event bus {Bus} does not exist.") : HealthCheckResult.Healthy());

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await eventBridge.DescribeEventBusAsync(new() { Name = Bus }, either.Token);
            _isMissing = false;
        }
        catch (ResourceNotFoundException)
        {
            if (!_isMissing)
            {
                LogMissing(Bus);
            }

            _isMissing = true;
        }
        catch (Exception exception) when (AwsFailures.Of(exception, cancellationToken) is { } failure)
        {
            LogUnknown(Bus, failure, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The event bus {Bus} does not exist: nothing is published until it does")]
    private partial void LogMissing(string bus);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Whether the event bus {Bus} exists was not told ({Failure}): {Reason}")]
    private partial void LogUnknown(string bus, AwsFailure failure, string reason);
}
