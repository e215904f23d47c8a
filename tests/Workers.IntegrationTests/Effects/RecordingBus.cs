using System.Collections.Concurrent;
using Workers.Events.Publishing;

namespace Workers.IntegrationTests.Effects;

/// <summary>A bus that remembers, and is away when a spec says so.</summary>
internal sealed class RecordingBus : IEventPublisher
{
    private readonly ConcurrentQueue<OutgoingEvent> _published = [];

    public IReadOnlyCollection<OutgoingEvent> Published => _published;

    public bool IsAway { get; set; }

    public Task PublishAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        if (IsAway)
        {
            throw new PublishFailedException("The bus is away.", events);
        }

        foreach (var outgoing in events)
        {
            _published.Enqueue(outgoing);
        }

        return Task.CompletedTask;
    }
}
