using Amazon.SQS;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workers.Engine.Queues;
using Workers.Engine.Timing;
using Workers.Events;

namespace Workers.Engine.Hosting;

/// <summary>Finds the queue in SQS and makes its consumer.</summary>
internal sealed partial class ConsumerOpener(QueueConsumerBuilder definition, IServiceProvider services, ILogger logger)
{
    private readonly ConsumerFactory _factory = new(definition, services, logger);
    private readonly ILogger _logger = logger;
    private readonly IAmazonSQS _sqs = services.GetRequiredService<IAmazonSQS>();
    private readonly IAmazonSQS _polls =
        services.GetKeyedService<IAmazonSQS>(PollingClient.Key) ?? services.GetRequiredService<IAmazonSQS>();
    private readonly ResourceNaming _naming = services.GetRequiredService<IOptions<ResourceNaming>>().Value;

    /// <summary>Waits until the queue is found, and makes its consumer, which has not started yet.</summary>
    /// <param name="onFault">Told when a part of the engine broke.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="QueueNotUsableException">The queue cannot be consumed as it is, or not by this machine's clock.</exception>
    public async Task<QueueConsumer> OpenAsync(Action<Exception> onFault, CancellationToken cancellationToken)
    {
        var options = _factory.Options;
        var clock = new ClockWatch(options.ClockTolerance, _factory.Time, _logger);
        clock.Watch(_sqs);
        var finder = new QueueFinder(_sqs, _naming, _factory.Time, _factory.Jitter, _logger);
        var queue = await finder.FindAsync(definition.Queue, options.DeadLetterQueue, cancellationToken);
        clock.EnsureInTime();
        if (_polls != _sqs)
        {
            clock.Watch(_polls);
        }

        if (QueueDetails.IsFifo(queue.Name) && definition.DueTimes.Count > 0)
        {
            throw new QueueNotUsableException($"Queue {queue.Name} cannot be a timer: SQS delays no single message of a FIFO queue, so one that is not due would come again without pause.");
        }

        if (queue.MaxReceiveCount <= options.MaxAttempts)
        {
            LogEarlyRedrive(queue.Name, queue.MaxReceiveCount.Value, options.MaxAttempts);
        }

        LogConsuming(
            definition.Name,
            queue.Name,
            queue.Url,
            queue.DeadLetterName,
            definition.Handlers.Count,
            options.MaxInFlight,
            options.MaxAttempts,
            queue.VisibilityTimeout,
            options.DrainLimit);
        var calls = new SqsMessageQueue(_polls, _sqs, queue, options.WaitTime, _factory.Time);
        return _factory.Create(calls, queue.Name, queue.VisibilityTimeout, onFault);
    }

    [LoggerMessage(
        LogLevel.Information,
        "{Consumer} consumes {Queue} at {QueueUrl} (dead letters to {DeadLetterQueue}): {Handlers} handlers, at most {MaxInFlight} in flight, "
        + "{MaxAttempts} attempts, visibility {VisibilityTimeout}, drain limit {DrainLimit}")]
    private partial void LogConsuming(
        string consumer,
        string queue,
        string queueUrl,
        string deadLetterQueue,
        int handlers,
        int maxInFlight,
        int maxAttempts,
        TimeSpan visibilityTimeout,
        TimeSpan drainLimit);

    [LoggerMessage(
        LogLevel.Warning,
        "{Queue} dead-letters by itself after {MaxReceiveCount} receives, before a handler has had its {MaxAttempts} attempts: "
        + "deployments and waits will dead-letter good messages. Set maxReceiveCount to 100")]
    private partial void LogEarlyRedrive(string queue, int maxReceiveCount, int maxAttempts);
}
