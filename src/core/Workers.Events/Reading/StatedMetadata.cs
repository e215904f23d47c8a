using System.Text.Json;

namespace Workers.Events.Reading;

/// <summary><c>detail.metadata</c> as it arrived; a foreign producer may leave out anything.</summary>
internal readonly record struct StatedMetadata(
    string? EventId,
    string? EventVersion,
    string? CorrelationId,
    string? CausationId,
    string? TraceParent,
    string? TaskToken,
    string? Fulfilment)
{
    private const int LongestTraceParent = 55;
    private const int LongestTaskToken = 2048;   // of SendTaskSuccess
    private const int LongestFulfilment = 32;

    /// <exception cref="PoisonEventException">The metadata is no object, or one of its members is not in order.</exception>
    public static StatedMetadata Of(ScannedBody body) => body.KindOf(BodyMember.Metadata) switch
    {
        JsonTokenType.None or JsonTokenType.Null => default,
        JsonTokenType.StartObject => new(
            body.IdOf(BodyMember.EventId),
            body.TextOf(BodyMember.EventVersion),
            body.IdOf(BodyMember.CorrelationId),
            body.IdOf(BodyMember.CausationId),
            ShortTextOf(body, BodyMember.TraceParent, LongestTraceParent),
            ShortTextOf(body, BodyMember.TaskToken, LongestTaskToken),
            ShortTextOf(body, BodyMember.Fulfilment, LongestFulfilment)),
        _ => throw ScannedBody.Problem(BodyMember.Metadata, "must be an object"),
    };

    /// <summary>What is far too long is ignored, as W3C asks of a trace context: it would be stored with every event emitted.</summary>
    private static string? ShortTextOf(ScannedBody body, BodyMember member, int longest) =>
        body.TextOf(member) is { } text && text.Length <= longest ? text : null;

    /// <exception cref="PoisonEventException">It is no version.</exception>
    public EventVersion Version() =>
        EventVersion is null ? new(1, 0)
        : Reading.EventVersion.TryParse(EventVersion, out var version) ? version
        : throw ScannedBody.Problem(BodyMember.EventVersion, "must be major.minor, such as 1.0");

    /// <summary>Makes up for what the producer left out.</summary>
    /// <param name="eventId">What the event is known by, whoever named it.</param>
    /// <param name="shape">The version of the shape that the detail was read into; a newer minor of it stays.</param>
    public EventMetadata Complete(string eventId, EventVersion shape) =>
        new(
            eventId,
            CorrelationId ?? eventId,
            CausationId,
            TraceParent,
            EventVersion is not null && Version().Major == shape.Major ? EventVersion : shape.ToString(),
            TaskToken,
            Fulfilment);
}
