using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workers.Contracts;
using Workers.Effects.Rehearsals;
using Workers.Engine;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;

namespace Workers.Operations.Rehearsals;

/// <summary>
/// A worker's services as its program registers them, without a host to start: it consumes nothing, and its handlers can be asked what they
/// would do. It can read the fleet's tables, and has nothing to publish by.
/// </summary>
internal sealed class RehearsalHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private RehearsalHost(ServiceProvider services, string queue) => (_services, Queue) = (services, queue);

    /// <summary>The queue whose handlers are asked, by its unprefixed name.</summary>
    public string Queue { get; }

    /// <summary>The worker of a queue, or of its dead letters.</summary>
    /// <param name="fleet">The fleet whose tables are read.</param>
    /// <param name="configuration">The workers' settings, where they differ from the usual.</param>
    /// <param name="queue">A queue or its dead-letter queue, by its unprefixed name.</param>
    /// <param name="deployables">How the workers are put into hosts; null for the fleet's own.</param>
    /// <exception cref="OperationFailedException">No worker consumes it.</exception>
    public static RehearsalHost Of(
        FleetAccess fleet, IConfiguration configuration, string queue, IReadOnlyList<HostedDeployable>? deployables = null)
    {
        var consumed = Topology.Consumptions.FirstOrDefault(
            consumes => consumes.Queue.Name == queue || consumes.Queue.Redrive!.DeadLetterQueue == queue)?.Queue.Name
            ?? throw new OperationFailedException(
                $"No worker consumes {queue}: what EventBridge could not deliver was never handled. Send it to its queue by `dlq redrive`.");
        var hosted = (deployables ?? HostedDeployable.All).First(
            hosted => hosted.Deployable.Consumptions.Any(consumption => consumption.Queue.Name == consumed));
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = typeof(RehearsalHost).Assembly.GetName().Name });
        builder.Configuration.AddConfiguration(configuration);
        hosted.Add(builder);
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(fleet.Time)
            .AddSingleton(fleet.Aws.DynamoDb)
            .AddSingleton(fleet.Aws.Sqs)
            .AddSingleton(fleet.Aws.EventBridge)
            .AddSingleton<IEventPublisher, NoPublisher>();
        return new(builder.Services.BuildServiceProvider(), consumed);
    }

    /// <summary>Asks the handlers that the queue's consumer would call.</summary>
    /// <param name="body">The message's body.</param>
    /// <param name="messageId">SQS's id of the message.</param>
    /// <param name="sentAt">When it came into the queue.</param>
    /// <param name="again">Whether a handler whose effect has happened is asked all the same.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <exception cref="OperationFailedException">The items cannot be read.</exception>
    public async Task<RehearsedMessage> RunAsync(
        string body, string messageId, DateTimeOffset sentAt, bool again, CancellationToken cancellationToken)
    {
        var rehearsal = _services.GetRequiredService<Rehearsal>();
        try
        {
            return await rehearsal.RunAsync(Queue, body, messageId, sentAt, again, cancellationToken);
        }
        catch (ItemsUnreadException unread)
        {
            throw new OperationFailedException(unread.Message);
        }
    }

    /// <summary>The names of the handlers of an event, also of one that they cannot read.</summary>
    public IEnumerable<string> HandlersOf(EventName name)
    {
        var names = _services.GetRequiredService<EventRegistry>().NamesByType;
        return _services.GetServices<QueueConsumerBuilder>()
            .Where(consumer => consumer.Queue == Queue)
            .SelectMany(consumer => consumer.Handlers)
            .Where(handler => names.TryGetValue(handler.EventType.Name, out var known) && known.DetailType == name.DetailType)
            .Select(handler => handler.HandlerName);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Publishes nothing: a rehearsal that tried to would be broken.</summary>
    private sealed class NoPublisher : IEventPublisher
    {
        public Task PublishAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A rehearsal publishes nothing.");
    }
}
