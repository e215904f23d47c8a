using Workers.Engine.Handling;

namespace Workers.Tests.Engine;

/// <summary>Records what it is given, and does what the spec says: done unless told otherwise.</summary>
internal sealed class FakeHandler : IHandle<Happened>
{
    private readonly List<TaskCompletionSource<Outcome>> _held = [];

    public List<string> Handled { get; } = [];

    public List<EventMessage<Happened>> Messages { get; } = [];

    /// <summary>Whose tokens were cancelled.</summary>
    public List<string> Cancelled { get; } = [];

    public int Running { get; private set; }

    public int MostRunning { get; private set; }

    /// <summary>What becomes of a message.</summary>
    public Func<EventMessage<Happened>, CancellationToken, Task<Outcome>> Does { get; set; } =
        (_, _) => Task.FromResult(Outcome.Done);

    /// <summary>Handlers wait until they are let go or their token is cancelled.</summary>
    public void Holds() => Does = async (_, cancellationToken) =>
    {
        var held = new TaskCompletionSource<Outcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        _held.Add(held);
        await using var registration = cancellationToken.Register(() => held.TrySetCanceled(cancellationToken));
        return await held.Task;
    };

    /// <summary>Handlers wait until they are let go, and do not listen to their token.</summary>
    public void HoldsDeaf() => Does = (_, _) =>
    {
        var held = new TaskCompletionSource<Outcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        _held.Add(held);
        return held.Task;
    };

    /// <summary>Every handler that waits ends, and later ones do not wait.</summary>
    public void LetsGo(Outcome? outcome = null)
    {
        Does = (_, _) => Task.FromResult(outcome ?? Outcome.Done);
        _held.ForEach(held => held.TrySetResult(outcome ?? Outcome.Done));
        _held.Clear();
    }

    public async Task<Outcome> HandleAsync(EventMessage<Happened> message, CancellationToken cancellationToken)
    {
        Handled.Add(message.Detail.Id);
        Messages.Add(message);
        MostRunning = Math.Max(MostRunning, ++Running);
        await using var registration = cancellationToken.Register(() => Cancelled.Add(message.Detail.Id));
        try
        {
            return await Does(message, cancellationToken);
        }
        finally
        {
            Running--;
        }
    }
}
