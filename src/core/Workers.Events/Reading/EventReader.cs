using System.Collections.Frozen;

namespace Workers.Events.Reading;

/// <summary>
/// Reads a body: first one pass over all of it, which finds the envelope and the metadata, then the serializer's over the detail.
/// Trees are for what is rare: older and foreign shapes, bodies that are no envelope.
/// </summary>
internal sealed class EventReader(EnvelopeReader envelopes, FrozenDictionary<EventName, FrozenDictionary<int, EventRoute>> routes)
{
    public ReceivedEvent Read(ReadOnlySpan<byte> body, string messageId, DateTimeOffset? sentAt)
    {
        var envelope = envelopes.Read(body, messageId);
        var eventId = envelope.Id;
        string? correlationId = null;
        var versions = routes.GetValueOrDefault(envelope.Name);
        try
        {
            var metadata = envelope.ReadMetadata();
            eventId = metadata.EventId ?? eventId;
            correlationId = metadata.CorrelationId ?? eventId;
            if (versions is null)
            {
                throw new UnknownEventException(envelope.Name) { EventId = eventId, CorrelationId = correlationId };
            }

            var detail = envelope.Detail;
            var route = RouteOf(versions, metadata.Version());
            if (route.Upcasters is not [])
            {
                detail = route.Upcast(detail);
                metadata = StatedMetadata.Of(ScannedBody.OfDetail(detail));
                eventId = metadata.EventId ?? envelope.Id;
            }

            var value = ReadDetail(detail, route.Shape);
            var time = envelope.Time ?? value.OccurredAt ?? sentAt ?? throw PoisonEventException.At("time", "is required");
            return new(new(envelope.Name, time), metadata.Complete(eventId, route.Shape.Version), value);
        }
        catch (PoisonEventException) when (versions is null)
        {
            throw new UnknownEventException(envelope.Name) { EventId = eventId };
        }
        catch (PoisonEventException poison)
        {
            throw poison.About(envelope.Name, eventId, correlationId);
        }
    }

    private static EventRoute RouteOf(FrozenDictionary<int, EventRoute> versions, EventVersion version) =>
        versions.TryGetValue(version.Major, out var route) ? route : throw ScannedBody.Problem(
                BodyMember.EventVersion, $"has a major, {version.Major}, that is not known here");

    private static IEventDetail ReadDetail(ReadOnlySpan<byte> json, EventShape shape)
    {
        var detail = JsonShape.Read<IEventDetail>(json, shape.Json);
        return shape.Ranges.Check(detail) is { } violations ? throw PoisonEventException.Of(violations) : detail;
    }
}
