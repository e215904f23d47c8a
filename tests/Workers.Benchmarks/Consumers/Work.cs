namespace Workers.Benchmarks.Consumers;

/// <summary>What a consumer does with each message: nothing, or it waits as long as it is told.</summary>
/// <param name="Takes">How long.</param>
/// <param name="Started">Told of each message, by its id.</param>
internal sealed record Work(TimeSpan Takes, Action<string> Started)
{
    public static Work None { get; } = new(TimeSpan.Zero, _ => { });

    public Task DoAsync(string messageId, CancellationToken cancellationToken)
    {
        Started(messageId);
        return Takes == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(Takes, TimeProvider.System, cancellationToken);
    }
}
