using LocalAws.Faults;

namespace Workers.Torture.Aws;

/// <summary>What goes wrong on AWS's side: every few seconds some other troubles, all drawn from the seed.</summary>
internal sealed class Weather(LocalAwsFaults faults, int seed, TimeProvider time)
{
    private static readonly TimeSpan Spell = TimeSpan.FromSeconds(4);
    private const int TroublesAtOnce = 6;

    private static readonly FaultRule[] Troubles =
    [
        Rarely("sqs.*", FaultKind.Throttle),
        Rarely("sqs.*", FaultKind.InternalError),
        Rarely("sqs.*", FaultKind.DropBefore),
        Rarely("sqs.*", FaultKind.DropAfter),
        Rarely("sqs.*", FaultKind.Latency, 300),
        Rarely("sqs.*", FaultKind.LateAnswer, 700),
        Often("sqs.*", FaultKind.FailEntries),
        Often("sqs.ReceiveMessage", FaultKind.Duplicate),
        Often("sqs.ReceiveMessage", FaultKind.Reorder),
        Rarely("sqs.*", FaultKind.ExpireReceipt),
        Rarely("events.PutEvents", FaultKind.Throttle),
        Rarely("events.PutEvents", FaultKind.InternalError),
        Rarely("events.PutEvents", FaultKind.DropBefore),
        Rarely("events.PutEvents", FaultKind.DropAfter),
        Rarely("events.PutEvents", FaultKind.Latency, 300),
        Often("events.PutEvents", FaultKind.FailEntries),
        Often("events.PutEvents", FaultKind.Duplicate),
        Often("events.PutEvents", FaultKind.Reorder, 2_000),
        Rarely("dynamodb.*", FaultKind.Throttle),
        Rarely("dynamodb.*", FaultKind.InternalError),
        Rarely("dynamodb.*", FaultKind.DropBefore),
        Rarely("dynamodb.*", FaultKind.DropAfter),
        Rarely("dynamodb.*", FaultKind.Latency, 200),
        Rarely("dynamodb.*", FaultKind.LateAnswer, 300),
        Often("dynamodb.BatchGetItem", FaultKind.FailEntries),
        Often("dynamodb.TransactWriteItems", FaultKind.HoldTransaction, 40),
    ];

    private long _struck;

    /// <summary>How often anything struck, in the spells that are over.</summary>
    public long Struck => _struck;

    /// <summary>Goes on until cancelled, and then clears up.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        while (!cancellationToken.IsCancellationRequested)
        {
            var troubles = (FaultRule[])Troubles.Clone();
            random.Shuffle(troubles);
            faults.Set(random.Next(), troubles[..TroublesAtOnce]);
            await Task.Delay(Spell, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _struck += faults.Rules.Sum(rule => (long)rule.Struck);
        }

        faults.Clear();
    }

    private static FaultRule Rarely(string operation, FaultKind kind, int delayMs = 0) => Of(operation, kind, 0.04, delayMs);

    private static FaultRule Often(string operation, FaultKind kind, int delayMs = 0) => Of(operation, kind, 0.1, delayMs);

    private static FaultRule Of(string operation, FaultKind kind, double probability, int delayMs) =>
        new(operation, kind) { Probability = probability, Delay = TimeSpan.FromMilliseconds(delayMs) };
}
