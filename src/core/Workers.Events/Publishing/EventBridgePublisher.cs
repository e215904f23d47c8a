using Amazon.Runtime;
using Microsoft.Extensions.Logging;

namespace Workers.Events.Publishing;

/// <summary>
/// Publishes through PutEvents. The SDK tries a failed call again; this tries failed entries again, which the SDK takes for success.
/// </summary>
internal sealed partial class EventBridgePublisher(
    PutEventsCall bus,
    PublisherMetrics metrics,
    TimeProvider time,
    Random random,
    ILogger<EventBridgePublisher> logger)
    : IEventPublisher
{
    private const int MaxTries = 5;
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(100);

    private readonly Jitter _jitter = new(random);

    /// <inheritdoc/>
    public async Task PublishAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        var batches = PutEventsBatches.Of(events);
        var refused = new List<RefusedEntry>();
        for (var i = 0; i < batches.Count; i++)
        {
            var waiting = batches[i];
            try
            {
                await PutUntilTakenAsync(waiting, refused, cancellationToken);
            }
            catch (Exception exception) when (IsFailedCall(exception, cancellationToken))
            {
                // The bus is out of reach: the batches that follow would only wait for the same answer.
                refused.AddRange(batches.Skip(i).SelectMany(batch => batch).Select(left => new RefusedEntry(left, exception.GetType().Name)));
                throw Failure(events, refused, exception);
            }
        }

        if (refused is not [])
        {
            throw Failure(events, refused, null);
        }
    }

    /// <summary>Leaves in <paramref name="waiting"/> what no call has taken or refused for good, also when it throws.</summary>
    private async Task PutUntilTakenAsync(
        List<OutgoingEvent> waiting,
        List<RefusedEntry> refused,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; waiting is not []; attempt++)
        {
            var failed = await bus.PutAsync(waiting, cancellationToken);
            refused.AddRange(failed.FindAll(IsHopeless));
            failed.RemoveAll(IsHopeless);

            waiting.Clear();
            waiting.AddRange(failed.Select(entry => entry.Event));
            if (waiting is not [])
            {
                LogRetry(waiting.Count, attempt, failed[0].ErrorCode);
                await Task.Delay(_jitter.UpTo(FirstBackoff * Math.Pow(2, attempt - 1)), time, cancellationToken);
            }

            bool IsHopeless(RefusedEntry entry) => attempt == MaxTries || PutEventsErrors.IsPermanent(entry.ErrorCode);
        }
    }

    private static bool IsFailedCall(Exception exception, CancellationToken cancellationToken) => exception
        is AmazonServiceException or AmazonClientException or HttpRequestException or IOException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested); // a call that timed out

    private PublishFailedException Failure(
        IReadOnlyList<OutgoingEvent> events,
        List<RefusedEntry> refused,
        Exception? exception)
    {
        refused.ForEach(entry => metrics.Failed(entry.ErrorCode));
        var codes = string.Join(", ", refused.Select(entry => entry.ErrorCode).Distinct());
        return new(
            $"{refused.Count} of {events.Count} events were not taken: {codes}.",
            [.. refused.Select(entry => entry.Event)],
            exception);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} entries were not taken at try {Try}, the first because of {ErrorCode}")]
    private partial void LogRetry(int count, int @try, string errorCode);
}
