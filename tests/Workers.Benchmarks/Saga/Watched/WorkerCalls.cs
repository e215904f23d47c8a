using System.Collections.Concurrent;

namespace Workers.Benchmarks.Saga.Watched;

/// <summary>What one worker has asked of AWS so far, retries included, by <c>service.Operation</c>.</summary>
internal sealed class WorkerCalls
{
    private readonly ConcurrentDictionary<string, long> _calls = [];

    public void Note(string operation, int requests = 1) => _calls.AddOrUpdate(operation, requests, (_, count) => count + requests);

    public IReadOnlyDictionary<string, long> SoFar() => _calls.ToArray().ToDictionary();
}
