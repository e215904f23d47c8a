namespace Workers.Benchmarks.Saga;

/// <summary>What orders took, from placed until nothing was left to do for them, their deadlines included.</summary>
/// <param name="Orders">How many there were.</param>
/// <param name="Calls">The requests of each worker, by <c>service.Operation</c>.</param>
internal sealed record SagaCosts(int Orders, IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Calls)
{
    private static readonly string[] Setup = ["sqs.GetQueueUrl", "sqs.GetQueueAttributes"];

    /// <summary>Each kind of request that somebody made of a service.</summary>
    public IEnumerable<string> Operations(string service) =>
        Calls.Values.SelectMany(calls => calls.Keys).Where(operation => IsOf(service, operation)).Distinct();

    /// <summary>Requests of one kind.</summary>
    public long Total(string operation) => Calls.Values.Sum(calls => calls.GetValueOrDefault(operation));

    /// <summary>Requests to a service for an order, of all workers or of some.</summary>
    public double PerOrder(string service, Func<string, bool>? worker = null) =>
        (double)Calls.Where(of => worker?.Invoke(of.Key) != false)
            .Sum(of => of.Value.Where(call => IsOf(service, call.Key)).Sum(call => call.Value)) / Orders;

    /// <summary>Several runs as one.</summary>
    public static SagaCosts Sum(IReadOnlyList<SagaCosts> runs) => new(
        runs.Sum(run => run.Orders),
        runs.SelectMany(run => run.Calls).GroupBy(of => of.Key, of => of.Value).ToDictionary(
            worker => worker.Key,
            IReadOnlyDictionary<string, long> (worker) => worker.SelectMany(calls => calls)
                .GroupBy(call => call.Key, call => call.Value)
                .ToDictionary(call => call.Key, call => call.Sum())));

    private static bool IsOf(string service, string operation) =>
        operation.StartsWith($"{service}.", StringComparison.Ordinal) && !Setup.Contains(operation);
}
