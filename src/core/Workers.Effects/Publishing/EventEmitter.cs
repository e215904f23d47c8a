using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;

namespace Workers.Effects.Publishing;

/// <summary>Turns what a decision emits into events, and publishes them once they are committed.</summary>
internal sealed class EventEmitter(EventRegistry registry, IEventPublisher publisher, TimeProvider timeProvider, EffectsMetrics metrics)
{
    /// <summary>
    /// The events as they will be stored and published: an id that follows from their cause, its correlation, the time of the decision.
    /// </summary>
    /// <exception cref="InvalidOperationException">Two emissions would be one event with two contents.</exception>
    public IReadOnlyList<OutgoingEvent> Compose(EffectCause cause, IReadOnlyList<Emission> emits)
    {
        var now = timeProvider.GetUtcNow();
        var events = emits.Select(emission => Compose(cause, emission, now)).ToList();
        return events.DistinctBy(outgoing => outgoing.EventId).Count() == events.Count
            ? events
            : throw new InvalidOperationException(
                $"{cause.HandlerName} emits two events of one name and key: they would share their id.");
    }

    public Task PublishAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken) =>
        events.Count == 0 ? Task.CompletedTask : publisher.PublishAsync(events, cancellationToken);

    /// <summary>
    /// What an earlier delivery committed, to be published again: that delivery may have ended before its own publish. Where this one has
    /// a task's token, the events carry that: whoever asked may have given up waiting, and asked again under another.
    /// </summary>
    public IReadOnlyList<OutgoingEvent> StoredFor(EffectCause cause, Item row)
    {
        metrics.Duplicate(cause.HandlerName);
        var stored = StoredEvents.Read(row);
        return TaskTokenOf(cause) is { } taskToken ? [.. stored.Select(outgoing => outgoing.WithTaskToken(taskToken))] : stored;
    }

    /// <summary>The token that goes on; null where there is none, or the cause was itself the answer under it.</summary>
    private string? TaskTokenOf(EffectCause cause) => registry.AnswersTask(cause.Detail) ? null : cause.Event.TaskToken;

    private OutgoingEvent Compose(EffectCause cause, Emission emission, DateTimeOffset now)
    {
        var name = registry.NameOf(emission.Detail);
        var metadata = new EventMetadata(
            emission.IsFact
                ? EmittedEventId.OfFact(name, emission.Key)
                : EmittedEventId.For(cause.Event.EventId, cause.HandlerName, name, emission.Key),
            cause.Event.CorrelationId,
            cause.Event.EventId,
            cause.TraceParent,
            TaskToken: emission.IsAside ? null : TaskTokenOf(cause),
            Fulfilment: emission.Fulfilment ?? cause.Event.Fulfilment);
        return registry.Compose(emission.Detail, metadata, now) with { IsAside = emission.IsAside };
    }
}
