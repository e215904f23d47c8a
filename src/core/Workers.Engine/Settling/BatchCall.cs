using Microsoft.Extensions.Logging;
using Workers.Engine.Queues;

namespace Workers.Engine.Settling;

/// <summary>One kind of batch call. Entries that failed are sent again, and only those; the call as a whole may fail as well.</summary>
internal sealed partial class BatchCall<T>(
    Func<IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<EntryFailure>>> call, int attempts, ConsumerContext context)
{
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private readonly ILogger _logger = context.Logger;

    /// <summary>Sends at most ten entries.</summary>
    /// <returns>Those that SQS did not carry out, whatever was tried.</returns>
    public async Task<IReadOnlyList<EntryFailure>> SendAsync(IReadOnlyList<T> entries)
    {
        var failures = await TryAsync(entries);
        for (var attempt = 1; attempt < attempts && failures.Any(failure => !failure.ReceiptIsGone); attempt++)
        {
            await Task.Delay(context.Jitter.UpTo(LongestPause * attempt), context.Time, CancellationToken.None);
            failures = await RetryAsync(entries, failures);
        }

        return failures;
    }

    private async Task<IReadOnlyList<EntryFailure>> RetryAsync(IReadOnlyList<T> entries, IReadOnlyList<EntryFailure> failures)
    {
        var open = failures.Where(failure => !failure.ReceiptIsGone).Select(failure => failure.Index).ToList();
        var again = await TryAsync(open.ConvertAll(index => entries[index]));
        return
        [
            .. failures.Where(failure => failure.ReceiptIsGone),
            .. again.Select(failure => failure with { Index = open[failure.Index] }),
        ];
    }

    private async Task<IReadOnlyList<EntryFailure>> TryAsync(IReadOnlyList<T> entries)
    {
        using var limit = new CancellationTokenSource(CallLimit, context.Time);
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
