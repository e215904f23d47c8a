using System.Text.Json.Nodes;
using Workers.Effects.Beats;
using Workers.Events.Publishing;

namespace Workers.Operations.Fleet;

/// <summary>Pauses, resumes and limits queues: first the row that instances obey, then the event that the audit trail keeps.</summary>
internal sealed class QueueSteering(FleetAccess fleet, IEventPublisher publisher)
{
    /// <summary>The largest limit: SQS lets no more messages of a queue be in flight.</summary>
    public const int MostInFlight = 120_000;

    /// <summary>Lets no instance receive from a queue, until it is resumed.</summary>
    public Task<SteeringAnswer> PauseAsync(string queue, string by, string reason, CancellationToken cancellationToken) => SteerAsync(
        new("Queue Paused", queue, by, reason),
        at => fleet.Instances.PauseAsync(queue, isPaused: true, by, reason, at, cancellationToken),
        cancellationToken);

    /// <summary>Lets instances receive from a queue again.</summary>
    public Task<SteeringAnswer> ResumeAsync(string queue, string by, string? reason, CancellationToken cancellationToken) => SteerAsync(
        new("Queue Resumed", queue, by, reason),
        at => fleet.Instances.PauseAsync(queue, isPaused: false, by, reason, at, cancellationToken),
        cancellationToken);

    /// <summary>Lets each instance handle so many of a queue's messages at once, where its option allows more; null lets the option stand.</summary>
    public Task<SteeringAnswer> LimitAsync(string queue, int? maxInFlight, string by, string? reason, CancellationToken cancellationToken) =>
        SteerAsync(
            new("Queue Limited", queue, by, reason) { Details = new Dictionary<string, JsonNode?> { ["maxInFlight"] = maxInFlight } },
            at => fleet.Instances.LimitAsync(queue, maxInFlight, by, reason, at, cancellationToken),
            cancellationToken);

    private async Task<SteeringAnswer> SteerAsync(Act act, Func<DateTimeOffset, Task<Steering>> write, CancellationToken cancellationToken)
    {
        var at = fleet.Time.GetUtcNow();
        var steering = await write(at);
        try
        {
            await publisher.PublishAsync([act.ToEvent(at)], cancellationToken);
        }
        catch (PublishFailedException failure)
        {
            throw new OperationFailedException($"{act.What}: {act.Subject}. But the audit trail was not told: {failure.Message}");
        }

        var instances = await fleet.Instances.InstancesAsync(at, cancellationToken);
        return new(act.Subject, steering, instances.Count(instance => instance.Queues.Any(queue => queue.Queue == act.Subject)));
    }
}

/// <summary>What is asked of a queue from now on.</summary>
/// <param name="Queue">Its unprefixed name.</param>
/// <param name="Asked">All that is asked of it.</param>
/// <param name="Instances">How many instances consume it just now; each obeys at its next beat.</param>
internal sealed record SteeringAnswer(string Queue, Steering Asked, int Instances);
