using Workers.Engine;
using Workers.Engine.Queues;

namespace Workers.Testing;

/// <summary>
/// A consumer on a fake queue and a fake clock, on one thread: nothing happens unless its owner lets it, and after each step everything
/// that can happen without time passing has happened.
/// </summary>
internal sealed class ConsumerHarness : IDisposable
{
    private readonly SingleThread _thread = new();
    private QueueConsumer? _consumer;

    public ConsumerHarness()
    {
        Time = new FakeTime { AfterTimer = () => Do(() => { }) };
        Queue = new FakeMessageQueue(Time);
    }

    public FakeTime Time { get; }

    public FakeMessageQueue Queue { get; }

    /// <summary>What broke in the engine itself.</summary>
    public List<Exception> Faults { get; } = [];

    /// <summary>When the drain ended; null until then.</summary>
    public TimeSpan? DrainedAt { get; private set; }

    /// <summary>How many messages may be hidden still, by what the drain says.</summary>
    public int LeftByDrain { get; private set; }

    /// <summary>Starts consuming.</summary>
    /// <param name="open">Makes the consumer of a queue; it is given what to tell of faults.</param>
    public void Start(Func<IMessageQueue, Action<Exception>, QueueConsumer> open)
    {
        _consumer = open(Queue, Faults.Add);
        Do(_consumer.Start);
    }

    /// <summary>Does something that may wake the consumer.</summary>
    public void Do(Action action) => _thread.Run(action);

    public void Advance(TimeSpan by) => Do(() => Time.Advance(by));

    public void AdvanceToNextTimer() => Do(Time.AdvanceToNextTimer);

    /// <summary>SIGTERM to a host that itself waits no longer than this.</summary>
    public void BeginDrain(CancellationToken cutShort) => Do(() => _ = DrainAsync(cutShort));

    public void Dispose() => _consumer?.Dispose();

    private async Task DrainAsync(CancellationToken cutShort)
    {
        LeftByDrain = await _consumer!.DrainAsync(cutShort);
        DrainedAt = Time.Elapsed;
    }
}
