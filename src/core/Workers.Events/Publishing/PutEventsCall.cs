using System.Diagnostics;

namespace Workers.Events.Publishing;

/// <summary>One call of PutEvents: its entries' results are read, and it is measured and traced where somebody listens.</summary>
internal sealed class PutEventsCall(IEventBus bus, string busName, TimeProvider time, PublisherMetrics metrics, ActivitySource tracing)
{
    /// <summary>Puts events on the bus, and returns those that it was not seen to take.</summary>
    public async Task<IReadOnlyList<RefusedEntry>> PutAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        using var span = PutEventsSpan.Start(tracing, busName, events);
        var sentAt = time.GetTimestamp();
        try
        {
            var refused = RefusedOf(events, await bus.PutAsync(busName, events, cancellationToken));
            var error = refused.FirstOrDefault()?.ErrorCode;
            metrics.Called(time.GetElapsedTime(sentAt), error);
            metrics.Published(events.Count - refused.Count);
            if (error is not null)
            {
                span.Failed(error);
            }

            return refused;
        }
        catch (Exception exception)
        {
            metrics.Called(time.GetElapsedTime(sentAt), exception.GetType().FullName);
            span.Failed(exception.GetType().FullName!);
            throw;
        }
    }

    private static List<RefusedEntry> RefusedOf(IReadOnlyList<OutgoingEvent> events, IReadOnlyList<string?> errorCodes) =>
    [
        .. events
            .Select((outgoing, index) => (Event: outgoing, Code: index < errorCodes.Count ? errorCodes[index] : RefusedEntry.NoResult))
            .Where(entry => !string.IsNullOrEmpty(entry.Code))
            .Select(entry => new RefusedEntry(entry.Event, entry.Code!)),
    ];
}
