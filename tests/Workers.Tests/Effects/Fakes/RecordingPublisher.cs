using Workers.Events.Publishing;

namespace Workers.Tests.Effects.Fakes;

/// <summary>A bus that remembers, and refuses as often as told.</summary>
internal sealed class RecordingPublisher : IEventPublisher
{
    private int _refusals;

    public List<OutgoingEvent> Published { get; } = [];

    public Action? OnPublish { get; set; }

    public void RefusesOnce() => _refusals++;

    public Task PublishAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        OnPublish?.Invoke();
        if (_refusals > 0)
        {
            _refusals--;
            throw new PublishFailedException("The bus is away.", events);
        }

        Published.AddRange(events);
        return Task.CompletedTask;
    }
}
