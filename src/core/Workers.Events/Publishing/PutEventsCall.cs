using System.Diagnostics;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace Workers.Events.Publishing;

/// <summary>One call of PutEvents: its entries' results are read, and it is measured and traced where somebody listens.</summary>
internal sealed class PutEventsCall(
    IAmazonEventBridge eventBridge, string bus, TimeProvider time, PublisherMetrics metrics, ActivitySource tracing)
{
    /// <summary>Puts events on the bus, and returns the entries that it did not take.</summary>
    public async Task<List<RefusedEntry>> PutAsync(List<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        using var span = PutEventsSpan.Start(tracing, bus, events);
        var sentAt = time.GetTimestamp();
        try
        {
            var refused = await SendAsync(events, cancellationToken);
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

    private async Task<List<RefusedEntry>> SendAsync(List<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        var request = new PutEventsRequest { Entries = events.ConvertAll(Entry) };
        var response = await eventBridge.PutEventsAsync(request, cancellationToken);

        // An entry without a result was not seen to be taken.
        var results = response.Entries ?? [];
        return
        [
            .. events.Index()
                .Select(entry => new RefusedEntry(entry.Item, results.ElementAtOrDefault(entry.Index) is { } result ? result.ErrorCode : "NoResult"))
                .Where(entry => !string.IsNullOrEmpty(entry.ErrorCode)),
        ];
    }

    private PutEventsRequestEntry Entry(OutgoingEvent outgoing) => new()
    {
        EventBusName = bus,
        Source = outgoing.Name.Source,
        DetailType = outgoing.Name.DetailType,
        Detail = outgoing.Detail,
        Time = outgoing.Time.UtcDateTime,
    };
}
