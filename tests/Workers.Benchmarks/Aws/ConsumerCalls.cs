namespace Workers.Benchmarks.Aws;

/// <summary>The calls that a queue's consumers make, as the embedded AWS counts them, since a moment.</summary>
internal sealed class ConsumerCalls(
    IReadOnlyDictionary<string, long> before, Func<CancellationToken, Task<IReadOnlyDictionary<string, long>>> read)
{
    private static readonly string[] Extensions = ["sqs.ChangeMessageVisibility", "sqs.ChangeMessageVisibilityBatch"];
    private static readonly string[] Others = ["sqs.ReceiveMessage", "sqs.DeleteMessage", "sqs.DeleteMessageBatch"];

    public Task<long> AllAsync(CancellationToken cancellationToken) => SinceAsync([.. Extensions, .. Others], cancellationToken);

    public Task<long> ExtensionsAsync(CancellationToken cancellationToken) => SinceAsync(Extensions, cancellationToken);

    private async Task<long> SinceAsync(string[] operations, CancellationToken cancellationToken)
    {
        var now = await read(cancellationToken);
        return operations.Sum(operation => now.GetValueOrDefault(operation) - before.GetValueOrDefault(operation));
    }
}
