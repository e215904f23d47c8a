namespace Workers.Operations.DeadLetters;

/// <summary>What a worker rejected goes back to its queue, byte for byte.</summary>
internal sealed class WorkerRoute(string queue, string url) : IRedriveRoute
{
    public Task<Redriven> OfAsync(DeadLetter letter, CancellationToken cancellationToken) =>
        Task.FromResult(new Redriven(queue, url, letter.Body));
}
