using System.Diagnostics;
using System.Diagnostics.Metrics;
using Amazon.SQS;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workers.Engine.Handling;
using Workers.Engine.Health;
using Workers.Engine.Queues;
using Workers.Engine.Telemetry;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Engine.Hosting;

/// <summary>Makes a consumer of what the host was built with and of what SQS says about the queue.</summary>
internal sealed partial class ConsumerOpener(QueueConsumerBuilder definition, IServiceProvider services, ILogger logger)
{
    private readonly HandlerTable _handlers = new(definition.Handlers, services);
    private readonly ILogger _logger = logger;
    private readonly IAmazonSQS _sqs = services.GetRequiredService<IAmazonSQS>();
    private readonly IAmazonSQS _polls =
        services.GetKeyedService<IAmazonSQS>(PollingClient.Key) ?? services.GetRequiredService<IAmazonSQS>();
    private readonly Jitter _jitter = services.GetRequiredService<Jitter>();
    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();
    private readonly ResourceNaming _naming = services.GetRequiredService<IOptions<ResourceNaming>>().Value;
    private readonly QueueConsumerOptions _options =
        services.GetRequiredService<IOptionsMonitor<QueueConsumerOptions>>().Get(definition.Name);

    /// <summary>Waits until the queue is found, and makes its consumer, which has not started yet.</summary>
    /// <param name="onFault">Told when a part of the engine broke.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="QueueNotUsableException">The queue cannot be consumed as it is.</exception>
    public async Task<QueueConsumer> OpenAsync(Action<Exception> onFault, CancellationToken cancellationToken)
    {
        var finder = new QueueFinder(_sqs, _naming, _time, _jitter, _logger);
        var queue = await finder.FindAsync(definition.Queue, _options.DeadLetterQueue, cancellationToken);
        if (queue.MaxReceiveCount <= _options.MaxAttempts)
        {
            LogEarlyRedrive(queue.Name, queue.MaxReceiveCount.Value, _options.MaxAttempts);
        }

        LogConsuming(
            definition.Name,
            queue.Name,
            queue.Url,
            queue.DeadLetterName,
            definition.Handlers.Count,
            _options.MaxInFlight,
            _options.MaxAttempts,
            queue.VisibilityTimeout,
            _options.DrainLimit);
        var registry = services.GetRequiredService<EventRegistry>();
        return new(
            new SqsMessageQueue(_polls, _sqs, queue, _options.WaitTime, _time),
            queue.VisibilityTimeout,
            message => registry.Read(message.Body, message.MessageId, message.SentAt),
            _handlers,
            definition.Steps,
            onFault,
            ContextFor(queue));
    }

    private ConsumerContext ContextFor(QueueDetails queue) => new(
        queue.Name,
        _options,
        _time,
        _jitter,
        new ConsumerMetrics(services.GetRequiredService<IMeterFactory>(), _time, queue.Name),
        services.GetRequiredKeyedService<ActivitySource>(Names.Engine),
        services.GetRequiredKeyedService<ConsumerHealth>(definition.Name),
        services.GetRequiredKeyedService<QueueControl>(definition.Name),
        _logger);

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
