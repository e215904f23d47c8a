using Microsoft.Extensions.Logging;

namespace Workers.Events.Publishing;

/// <summary>
/// Publishes in calls of PutEvents, some of them side by side. The client tries a failed call again; this tries failed entries again,
/// which the client takes for success.
/// </summary>
internal sealed partial class EventBridgePublisher(
    PutEventsCall bus,
    PublisherMetrics metrics,
    TimeProvider time,
    Jitter jitter,
    ILogger<EventBridgePublisher> logger)
    : IEventPublisher
{
    private const int MaxTries = 5;
    private const int CallsAtOnce = 4;
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public async Task PublishAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        var refused = new List<RefusedEntry>();
        List<Exception> failures = [];
        foreach (var batches in PutEventsBatches.Of(events).Chunk(CallsAtOnce))
        {
            if (failures is not [])
            {
                // The bus is out of reach: these would only wait for the same answer.
                refused.AddRange(batches.SelectMany(batch => batch).Select(left => RefusedEntry.By(failures[0], left)));
                continue;
            }

            var outcomes = await Task.WhenAll(batches.Select(batch => PutUntilTakenAsync(batch, cancellationToken)));
            refused.AddRange(outcomes.SelectMany(outcome => outcome.Refused));
            failures.AddRange(outcomes.Select(outcome => outcome.Failure).OfType<Exception>());
        }

        if (refused is not [])
        {
            refused.ForEach(entry => metrics.Failed(entry.ErrorCode));
            throw PublishFailedException.Of(refused, events.Count, failures, cancellationToken);
        }
    }

    private async Task<Outcome> PutUntilTakenAsync(IReadOnlyList<OutgoingEvent> batch, CancellationToken cancellationToken)
    {
        var refused = new List<RefusedEntry>();
        var waiting = batch;
        try
        {
            for (var attempt = 1; waiting is not []; attempt++)
            {
                var failed = (await bus.PutAsync(waiting, cancellationToken)).ToLookup(entry => attempt == MaxTries || entry.IsForGood);
                refused.AddRange(failed[true]);
                waiting = [.. failed[false].Select(entry => entry.Event)];
                if (waiting is not [])
                {
                    LogRetry(waiting.Count, attempt, failed[false].First().ErrorCode);
                    await Task.Delay(jitter.UpTo(FirstBackoff * Math.Pow(2, attempt - 1)), time, cancellationToken);
                }
            }

            return new(refused, null);
        }
        catch (Exception exception) when (AwsFailures.Of(exception, cancellationToken) is not null)
        {
            return new([.. refused, .. waiting.Select(left => RefusedEntry.By(exception, left))], exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} entries were not taken at try {Try}, the first because of {ErrorCode}")]
    private partial void LogRetry(int count, int @try, string errorCode);

    /// <summary>What became of one batch: what was not seen to be taken, and how the call failed that ended the tries.</summary>
    private sealed record Outcome(IReadOnlyList<RefusedEntry> Refused, Exception? Failure);
}
