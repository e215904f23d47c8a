using Workers.Engine.Handling;

namespace Workers.Simulation;

/// <summary>Takes any time, does any of what a handler can do, and watches that it is called rightly.</summary>
internal sealed class SimulatedHandler(
    Random random, TimeProvider time, SimulatedQueue queue, Invariants invariants, int limit, bool isAlone) : IHandle<Simulated>
{
    private int _running;

    /// <summary>Nothing goes wrong any more, and nothing takes long.</summary>
    public bool IsCalm { get; set; }

    public async Task<Outcome> HandleAsync(EventMessage<Simulated> message, CancellationToken cancellationToken)
    {
        var handled = queue.Find(message.Delivery.MessageId);
        invariants.Check(++_running <= limit, $"{_running} handlers run, {limit} may");
        invariants.Check(message.Detail.DueAt <= time.GetUtcNow(), $"{message.Detail.Id} is handled before its time");
        invariants.Check(handled is null || queue.IsItsTurn(handled), $"{message.Detail.Id} is handled before others of its group");
        invariants.Check(handled is null or { IsToBeDeleted: false } || !isAlone, $"{message.Detail.Id} is handled again although only its delete had failed");
        try
        {
            await Task.Delay(Latency(), time, random.NextDouble() < 0.8 ? cancellationToken : CancellationToken.None);
            var outcome = Outcome();
            if (handled is not null && outcome == Engine.Handling.Outcome.Done)
            {
                handled.IsDone = true;
            }

            return outcome;
        }
        finally
        {
            _running--;
        }
    }

    private TimeSpan Latency() => (IsCalm ? 0 : random.NextDouble()) switch
    {
        < 0.6 => TimeSpan.FromSeconds(random.NextDouble() / 10),
        < 0.9 => TimeSpan.FromSeconds(10 * random.NextDouble()),
        _ => TimeSpan.FromSeconds(100 * random.NextDouble()),
    };

    private Outcome Outcome() => (IsCalm ? 0 : random.NextDouble()) switch
    {
        < 0.75 => Engine.Handling.Outcome.Done,
        < 0.87 => throw new InvalidOperationException("the handler failed"),
        < 0.94 => Engine.Handling.Outcome.Retry(TimeSpan.FromSeconds(10 * random.NextDouble())),
        _ => Engine.Handling.Outcome.Reject("the handler rejects"),
    };
}
