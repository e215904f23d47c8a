using Workers.Events.Publishing;

namespace Workers.Torture.Fleet;

/// <summary>A publisher that passes the stage before it.</summary>
internal sealed class StagedPublisher(Stages stages, IEventPublisher publisher) : IEventPublisher
{
    public Task PublishAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        stages.Reached(Stage.BeforePublish);
        return publisher.PublishAsync(events, cancellationToken);
    }
}
