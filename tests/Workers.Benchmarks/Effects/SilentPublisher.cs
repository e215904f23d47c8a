using Workers.Events.Publishing;

namespace Workers.Benchmarks.Effects;

/// <summary>A bus that takes everything and costs nothing.</summary>
internal sealed class SilentPublisher : IEventPublisher
{
    public Task PublishAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken) => Task.CompletedTask;
}
