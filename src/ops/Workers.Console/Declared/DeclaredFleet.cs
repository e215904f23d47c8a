using Workers.Console.DeadLetters;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Engine;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Operations;

namespace Workers.Console.Declared;

/// <summary>
/// The fleet as code declares it: the topology, and the handlers that each worker registers. Whatever runs is held against it.
/// </summary>
public sealed class DeclaredFleet
{
    private readonly Dictionary<string, QueueDeclaration> _queues;

    public DeclaredFleet(EventRegistry registry)
    {
        Workers =
        [
            .. HostedDeployable.All.Where(hosted => hosted.Deployable.Consumes is not null).Select(hosted => WorkerOf(hosted, registry)),
        ];
        _queues = Workers.SelectMany(worker => worker.Queues).ToDictionary(queue => queue.Name);
    }

    /// <summary>Every worker, in the topology's order.</summary>
    public IReadOnlyList<DeclaredWorker> Workers { get; }

    /// <summary>Every queue that a worker empties.</summary>
    public IEnumerable<QueueDeclaration> Queues => _queues.Values;

    /// <summary>Every handler.</summary>
    public IEnumerable<DeclaredHandler> Handlers => Queues.SelectMany(queue => queue.Handlers);

    /// <summary>A queue by its unprefixed name; null for one that nobody empties.</summary>
    public QueueDeclaration? Queue(string name) => _queues.GetValueOrDefault(name);

    /// <summary>Whether a queue holds dead letters, or what EventBridge could not deliver.</summary>
    public static bool IsDeadLetterQueue(string queue) =>
        queue == Topology.UndeliveredDlq || Topology.Queues.Any(known => known.Redrive?.DeadLetterQueue == queue);

    /// <summary>The queue whose dead letters a queue holds; null for what EventBridge could not deliver.</summary>
    public QueueDeclaration? QueueOfDeadLetters(string deadLetterQueue) =>
        Queues.FirstOrDefault(queue => queue.DeadLetterQueue == deadLetterQueue);

    /// <summary>
    /// The handler that dead letters name; else those that their queue has for their event, and none where it is no event of it.
    /// </summary>
    internal IReadOnlyList<DeclaredHandler> HandlersOf(string deadLetterQueue, LetterCause cause)
    {
        if (QueueOfDeadLetters(deadLetterQueue) is not { } queue)
        {
            return [];
        }

        return queue.Handlers.FirstOrDefault(handler => handler.Name == cause.Handler) is { } named ? [named]
            : cause.Event?.Split('/', 2) is [var source, var type] ? [.. queue.HandlersOf(new(source, type))]
            : [];
    }

    // A host is described, not built: nothing of it is started, and no service of it is made.
    private static DeclaredWorker WorkerOf(HostedDeployable hosted, EventRegistry registry)
    {
        var builder = WebApplication.CreateBuilder();
        hosted.Add(builder);
        var consumers = builder.Services
            .Where(service => !service.IsKeyedService)
            .Select(service => service.ImplementationInstance)
            .OfType<QueueConsumerBuilder>();
        return new(hosted.Deployable, [.. consumers.Select(consumer => QueueOf(hosted.Deployable, consumer, registry))]);
    }

    private static QueueDeclaration QueueOf(Deployable deployable, QueueConsumerBuilder consumer, EventRegistry registry) => new(
        deployable.Consumptions.First(consumption => consumption.Queue.Name == consumer.Queue).Queue,
        deployable.Name,
        [.. Topology.Rules.Where(rule => rule.Targets.Contains(consumer.Queue))],
        [.. consumer.Handlers.Select(handler => new DeclaredHandler(
            handler.HandlerName,
            consumer.Queue,
            deployable.Name,
            registry.NamesByType.TryGetValue(handler.EventType.Name, out var name) ? name : null))]);
}

/// <summary>A worker as it is declared.</summary>
/// <param name="Deployable">What the topology says of it.</param>
/// <param name="Queues">Its queues with their handlers.</param>
public sealed record DeclaredWorker(Deployable Deployable, IReadOnlyList<QueueDeclaration> Queues)
{
    public string Name => Deployable.Name;
}

/// <summary>A queue as it is declared.</summary>
/// <param name="Definition">The queue.</param>
/// <param name="Worker">The worker that empties it.</param>
/// <param name="Rules">The rules that fill it.</param>
/// <param name="Handlers">The handlers of its events.</param>
public sealed record QueueDeclaration(
    QueueDefinition Definition, string Worker, IReadOnlyList<RuleDefinition> Rules, IReadOnlyList<DeclaredHandler> Handlers)
{
    public string Name => Definition.Name;

    public string DeadLetterQueue => Definition.Redrive!.DeadLetterQueue;

    /// <summary>The handlers of an event.</summary>
    public IEnumerable<DeclaredHandler> HandlersOf(EventName name) =>
        Handlers.Where(handler => handler.Event is null || handler.Event.Value.DetailType == name.DetailType);
}

/// <summary>A handler as its worker registers it.</summary>
/// <param name="Name">As markers and metrics have it.</param>
/// <param name="Queue">The queue.</param>
/// <param name="Worker">The worker.</param>
/// <param name="Event">The event that it handles; null for one that handles every event.</param>
public sealed record DeclaredHandler(string Name, string Queue, string Worker, EventName? Event);
