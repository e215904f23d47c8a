using System.Diagnostics;
using System.Text.Json.Nodes;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;
using Workers.Producer.Http;

namespace Workers.Producer.Publishing;

/// <summary>
/// Takes a detail from a caller to the bus: completes it, reads it as a consumer will, and publishes it. What a consumer would
/// dead-letter never gets past here.
/// </summary>
internal sealed class EventIntake(EventRegistry registry, BusGate bus, RequestIdentities identities, TimeProvider time)
{
    private const string Metadata = "metadata";

    /// <summary>Publishes one event.</summary>
    /// <param name="name">Source and detail-type, ours or foreign.</param>
    /// <param name="detail">The business fields; a member <c>metadata</c> is replaced.</param>
    /// <param name="request">The request, for its idempotency key.</param>
    /// <param name="cancellationToken">Cancels before the event is taken, or leaves it unknown whether it was.</param>
    /// <exception cref="InvalidRequestException">The detail is not what its event requires.</exception>
    /// <exception cref="BusUnavailableException">EventBridge was not seen to take the event.</exception>
    public async Task<TakenEvent> PublishAsync(
        EventName name,
        JsonObject detail,
        HttpRequest request,
        CancellationToken cancellationToken)
    {
        var identity = identities.Of(request);
        var now = time.GetUtcNow();
        DetailCompletion.Complete(name, detail, identity, now);
        detail[Metadata] = new JsonObject
        {
            ["eventId"] = identity.EventId,
            ["correlationId"] = identity.EventId,
            ["traceparent"] = Activity.Current?.Id,
        };

        var received = Read(name, detail, now);
        var outgoing = registry.NameOf(received.Detail) == name
            ? registry.Compose(received.Detail, received.Metadata, now)
            : new OutgoingEvent(received.Metadata.EventId, name, detail.ToJsonString(), now);
        await bus.PublishAsync(outgoing, cancellationToken);
        return new(outgoing, (received.Detail as OrderPlaced)?.OrderId ?? (received.Detail as OrderCancelled)?.OrderId);
    }

    private ReceivedEvent Read(EventName name, JsonObject detail, DateTimeOffset now)
    {
        var envelope = new JsonObject
        {
            ["source"] = name.Source,
            ["detail-type"] = name.DetailType,
            ["time"] = now.UtcDateTime,
            ["detail"] = detail,
        };
        try
        {
            return registry.Read(envelope.ToJsonString(), messageId: "");
        }
        catch (PoisonEventException poison)
        {
            throw new InvalidRequestException(poison.Violations is { Count: > 0 } violations ? violations : [new("detail", poison.Message)]);
        }
        finally
        {
            envelope.Remove("detail");   // a node has one parent
        }
    }
}
