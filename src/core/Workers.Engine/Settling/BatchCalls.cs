using Microsoft.Extensions.Logging;
using Workers.Engine.Queues;

namespace Workers.Engine.Settling;

/// <summary>Makes batch calls that settle messages. Entries that failed are sent again, and only those; a call may fail as a whole as well.</summary>
internal sealed partial class BatchCalls(ConsumerContext consumer)
{
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private readonly ILogger _logger = consumer.Logger;

    /// <summary>Sends at most ten entries, each at most so many times.</summary>
    /// <returns>Those that SQS did not carry out, whatever was tried.</returns>
    public async Task<IReadOnlyList<EntryFailure>> SendAsync<T>(
        Func<IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<EntryFailure>>> call, IReadOnlyList<T> entries, int attempts)
    {
        var failures = await TryAsync(call, entries);
        for (var attempt = 1; attempt < attempts && failures.Any(failure => !failure.ReceiptIsGone); attempt++)
        {
            await Task.Delay(consumer.Jitter.UpTo(LongestPause * attempt), consumer.Time, CancellationToken.None);
            var open = failures.Where(failure => !failure.ReceiptIsGone).Select(failure => failure.Index).ToList();
            var again = await TryAsync(call, open.ConvertAll(index => entries[index]));
            failures =
            [
                .. failures.Where(failure => failure.ReceiptIsGone),
                .. again.Select(failure => failure with { Index = open[failure.Index] }),
            ];
        }

        return failures;
    }

    private async Task<IReadOnlyList<EntryFailure>> TryAsync<T>(
        Func<IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<EntryFailure>>> call, IReadOnlyList<T> entries)
    {
        using var limit = new CancellationTokenSource(CallLimit, consumer.Time);
        try
        {
            var failures = await call(entries, limit.Token);
            if (failures.Count > 0)
            {
                LogEntriesFailed(failures.Count, entries.Count, typeof(T).Name, failures[0].Code);
            }

            return failures;
        }
        catch (Exception failure) when (failure is QueueCallException or OperationCanceledException)
        {
            LogCallFailed(failure, entries.Count);
            return [.. entries.Select((_, index) => new EntryFailure(index, "CallFailed", ReceiptIsGone: false))];
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Failed} of {Count} entries ({Entry}) failed in a call that succeeded, the first with {Code}")]
    private partial void LogEntriesFailed(int failed, int count, string entry, string code);

    [LoggerMessage(LogLevel.Warning, "A call to settle {Count} messages failed")]
    private partial void LogCallFailed(Exception failure, int count);
}
