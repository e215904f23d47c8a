using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Workers.Events.Publishing;

namespace Workers.Defaults.Aws;

/// <summary>The publisher's bus over <see cref="IAmazonEventBridge"/>.</summary>
internal sealed class EventBridgeBus(IAmazonEventBridge eventBridge) : IEventBus
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<string?>> PutAsync(
        string busName, IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        var request = new PutEventsRequest { Entries = [.. events.Select(outgoing => EntryOf(busName, outgoing))] };
        var response = await eventBridge.PutEventsAsync(request, cancellationToken);
        return [.. (response.Entries ?? []).Select(result => result.ErrorCode)];
    }

    private static PutEventsRequestEntry EntryOf(string busName, OutgoingEvent outgoing) => new()
    {
        EventBusName = busName,
        Source = outgoing.Name.Source,
        DetailType = outgoing.Name.DetailType,
        Detail = outgoing.Detail,
        Time = outgoing.Time.UtcDateTime,
    };
}
