using System.Collections.Frozen;
using Workers.Events.Reading.Json;

namespace Workers.Events.Reading;

/// <summary>
/// Reads a body in three looks, none of which builds a tree: the envelope, in which the metadata is found on the way; the
/// metadata; the detail in its shape. Trees are for what is rare: older and foreign shapes, bodies that are no envelope.
/// </summary>
internal sealed class EventReader(
    EnvelopeReader envelopes,
    MetadataReader metadatas,
    FrozenDictionary<EventName, FrozenDictionary<int, EventRoute>> routes)
{
    public ReceivedEvent Read(ReadOnlySpan<byte> body, string messageId)
    {
        try
        {
            // Nearly always the detail is in order, which shows when it is read into its shape: to check it before takes longer.
            return Read(envelopes.Read(body, messageId, checksDetail: false));
        }
        catch (Exception refused) when (refused is PoisonEventException or UnknownEventException)
        {
            // It is refused once more, for the first reason.
            return Read(envelopes.Read(body, messageId, checksDetail: true));
        }
    }

    private ReceivedEvent Read(RawEvent raw)
    {
        var versions = routes.GetValueOrDefault(raw.Name);
        string? eventId = null;
        try
        {
            var detail = raw.Detail;
            var metadata = raw.Metadata.IsEmpty ? metadatas.Read(detail) : metadatas.ReadObject(raw.Metadata);
            eventId = metadata.EventId ?? raw.Id();
            if (versions is null)
            {
                throw new UnknownEventException(raw.Name) { EventId = eventId };
            }

            var version = MetadataReader.VersionOf(metadata);
            var route = RouteOf(versions, version);
            if (route.Upcasters is not [])
            {
                detail = route.Upcast(detail);
                metadata = metadatas.Read(detail);
                version = MetadataReader.VersionOf(metadata);
                eventId = metadata.EventId ?? raw.Id();
            }

            var value = ReadDetail(detail, route.Shape);
            var time = raw.Time ?? value.OccurredAt ?? throw PoisonEventException.At("time", "is required");
            return new(new(raw.Name, time), MetadataReader.Complete(metadata, eventId, version, route.Shape.Version), value);
        }
        catch (PoisonEventException) when (versions is null)
        {
            throw new UnknownEventException(raw.Name) { EventId = eventId ?? raw.AnyId() };
        }
        catch (PoisonEventException poison)
        {
            throw poison.About(raw.Name.ToString(), eventId ?? raw.AnyId());
        }
    }

    private static EventRoute RouteOf(FrozenDictionary<int, EventRoute> versions, EventVersion version) =>
        versions.TryGetValue(version.Major, out var route)
            ? route
            : throw MetadataReader.Problem(MetadataField.EventVersion, $"has a major, {version.Major}, that is not known here");

    private static IEventDetail ReadDetail(ReadOnlySpan<byte> json, EventShape shape)
    {
        var detail = JsonShape.Read<IEventDetail>(json, shape.Json);
        var violations = detail.Violations();
        return violations.Any() ? throw PoisonEventException.Of([.. violations]) : detail;
    }
}
