using Workers.Events.Publishing;

namespace Workers.Testing;

/// <summary>A bus that remembers, and refuses as often as told.</summary>
public sealed class RecordingPublisher : IEventPublisher
{
    private int _refusals;

    /// <summary>What the bus has taken, in order.</summary>
    public List<OutgoingEvent> Published { get; } = [];

    internal Action? OnPublish { get; set; }

    internal List<IReadOnlyList<OutgoingEvent>> Calls { get; } = [];

    /// <summary>What the bus does not take.</summary>
    public Func<OutgoingEvent, bool> Refused { get; set; } = _ => false;

    /// <summary>What publishing throws instead.</summary>
    public Exception? Failure { get; set; }

    /// <summary>What calls wait for before the bus takes them.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>One call more fails as a whole.</summary>
    public void RefusesOnce() => _refusals++;

    /// <inheritdoc/>
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
