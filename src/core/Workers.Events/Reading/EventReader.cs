using System.Collections.Frozen;
using System.Text;

namespace Workers.Events.Reading;

/// <summary>
/// Reads a body: first one pass over all of it, which finds the envelope and the metadata, then the serializer's over the detail.
/// Trees are for what is rare: older and foreign shapes, bodies that are no envelope.
/// </summary>
internal sealed class EventReader(
    EnvelopeReader envelopes, FrozenDictionary<EventName, FrozenDictionary<int, EventRoute>> routes, FutureLimit? future)
{
    public IReadOnlyCollection<EventName> Names => routes.Keys;

    public FrozenDictionary<EventName, FrozenDictionary<int, EventRoute>> Routes => routes;

    public ReceivedEvent Read(ReadOnlySpan<byte> body, string messageId, DateTimeOffset? sentAt)
    {
        var envelope = envelopes.Read(body, messageId);
        var eventId = envelope.Id;
        string? correlationId = null;
        var versions = routes.GetValueOrDefault(envelope.Name) ?? routes.GetValueOrDefault(envelope.Name with { Source = EventName.AnySource });
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

            var value = Read(detail, route.Shape);
            RefuseFuture(envelope.Time);
            var time = envelope.Time ?? value.OccurredAt ?? sentAt ?? throw PoisonEventException.At("time", "is required");
            return new(new(envelope.Name, time), metadata.Complete(eventId, route.Shape.Version), value);
        }
        catch (PoisonEventException) when (versions is null)
        {
            throw new UnknownEventException(envelope.Name) { EventId = eventId, CorrelationId = correlationId };
        }
        catch (PoisonEventException poison)
        {
            throw poison.About(envelope.Name, eventId, correlationId);
        }
    }

    /// <summary>Reads the envelope, and of the detail only the metadata, as far as that is in order.</summary>
    public ReceivedEvent ReadAny(ReadOnlySpan<byte> body, string messageId, DateTimeOffset? sentAt)
    {
        var envelope = envelopes.Read(body, messageId);
        var stated = StatedOrNone(envelope);
        var eventId = stated.EventId ?? envelope.Id;
        var time = envelope.Time ?? sentAt ?? throw PoisonEventException.At("time", "is required");
        return new(
            new(envelope.Name, time),
            new(eventId, stated.CorrelationId ?? eventId, stated.CausationId, stated.TraceParent, TaskToken: stated.TaskToken, Fulfilment: stated.Fulfilment),
            new AnyEvent(Encoding.UTF8.GetString(envelope.Detail)));
    }

    public IEventDetail ReadStored(StoredDetail stored)
    {
        var versions = routes.GetValueOrDefault(stored.Name) ?? throw new UnknownEventException(stored.Name);
        if (!EventVersion.TryParse(stored.Version, out var version))
        {
            throw PoisonEventException.At("version", "must be major.minor");
        }

        var route = RouteOf(versions, version);
        ReadOnlySpan<byte> json = Encoding.UTF8.GetBytes(stored.Json);
        return Read(route.Upcasters is [] ? json : route.Upcast(json), route.Shape);
    }

    private static StatedMetadata StatedOrNone(ReadEnvelope envelope)
    {
        try
        {
            return envelope.ReadMetadata();
        }
        catch (PoisonEventException)
        {
            return default;
        }
    }

    private static EventRoute RouteOf(FrozenDictionary<int, EventRoute> versions, EventVersion version) =>
        versions.TryGetValue(version.Major, out var route) ? route : throw ScannedBody.Problem(
                BodyMember.EventVersion, $"has a major, {version.Major}, that is not known here");

    /// <summary>Reads a detail as ours. Only one that is not ours is looked at for what else it may be.</summary>
    private IEventDetail Read(ReadOnlySpan<byte> json, EventShape shape)
    {
        try
        {
            return ReadDetail(json, shape);
        }
        catch (PoisonEventException)
        {
            if (shape.Translate(json) is not { } translated)
            {
                throw;
            }

            return ReadDetail(translated, shape);
        }
    }

    private IEventDetail ReadDetail(ReadOnlySpan<byte> json, EventShape shape)
    {
        var detail = JsonShape.Read<IEventDetail>(json, shape.Json);
        return shape.Ranges.Check(detail, future) is { } violations ? throw PoisonEventException.Of(violations) : detail;
    }

    private void RefuseFuture(DateTimeOffset? time)
    {
        if (time is { } at && future?.Excludes(at) is true)
        {
            throw ScannedBody.Problem(BodyMember.Time, future.Expected);
        }
    }
}
