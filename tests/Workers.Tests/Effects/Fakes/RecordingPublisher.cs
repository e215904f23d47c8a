using Workers.Events.Publishing;

namespace Workers.Tests.Effects.Fakes;

/// <summary>A bus that remembers, and refuses as often as told.</summary>
internal sealed class RecordingPublisher : IEventPublisher
{
    private int _refusals;

    public List<OutgoingEvent> Published { get; } = [];

    public Action? OnPublish { get; set; }

    public List<IReadOnlyList<OutgoingEvent>> Calls { get; } = [];

    /// <summary>What the bus does not take.</summary>
    public Func<OutgoingEvent, bool> Refused { get; set; } = _ => false;

    /// <summary>What publishing throws instead.</summary>
    public Exception? Failure { get; set; }

    /// <summary>What calls wait for before the bus takes them.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public void RefusesOnce() => _refusals++;

    public async Task PublishAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        OnPublish?.Invoke();
        Calls.Add(events);
        await Gate.WaitAsync(cancellationToken);
        if (Failure is { } failure)
        {
            throw failure;
        }

        if (_refusals > 0)
        {
            _refusals--;
            throw new PublishFailedException("The bus is away.", events);
        }

        Published.AddRange(events.Where(outgoing => !Refused(outgoing)));
        if (events.Where(Refused).ToList() is { Count: > 0 } refused)
        {
            throw new PublishFailedException("The bus refuses some.", refused);
        }
    }
}
