using System.Text;
using System.Text.Json;

namespace Workers.Events.Reading;

/// <summary>Reads the envelope of a message's body, or of what a body reader makes of the body.</summary>
internal sealed class EnvelopeReader(IReadOnlyList<IBodyReader> bodyReaders)
{
    /// <exception cref="PoisonEventException">The body holds no envelope in order.</exception>
    public ReadEnvelope Read(ReadOnlySpan<byte> body, string messageId)
    {
        try
        {
            var envelope = ScannedEnvelope.Of(body);
            if (!envelope.IsWhole && Translate(body) is { } translated)
            {
                body = translated;
                envelope = ScannedEnvelope.Of(body);
            }

            return new()
            {
                Id = envelope.Id.Id(body, "id") ?? messageId,
                Name = new(Required(envelope.Source, body, "source"), Required(envelope.DetailType, body, "detail-type")),
                Time = envelope.Time.Time(body, "time"),
                Detail = DetailOf(envelope.Detail, body),
                Json = body,
                Metadata = envelope.Detail.Kind is JsonTokenType.StartObject ? envelope.Metadata : null,
            };
        }
        catch (PoisonEventException poison)
        {
            throw poison.About("The body", messageId);
        }
    }

    private byte[]? Translate(ReadOnlySpan<byte> body) => bodyReaders is []
        ? null
        : JsonTree.Rewrite(body, tree => bodyReaders.Select(reader => reader.ToEnvelope(tree)).FirstOrDefault(found => found is not null));

    private static string Required(ScannedMember member, ReadOnlySpan<byte> body, string name) =>
        member.Text(body, name) ?? throw PoisonEventException.At(name, "is required");

    /// <summary>The detail; unwrapped where it is a JSON string, as some producers send it.</summary>
    private static ReadOnlySpan<byte> DetailOf(ScannedMember detail, ReadOnlySpan<byte> body)
    {
        detail.RefuseRepetition("detail");
        return detail.Kind switch
        {
            JsonTokenType.StartObject => detail.In(body),
            JsonTokenType.String => Encoding.UTF8.GetBytes(detail.Text(body, "detail")!),
            JsonTokenType.None => throw PoisonEventException.At("detail", "is required"),
            _ => throw PoisonEventException.At("detail", "must be an object"),
        };
    }
}

/// <summary>An envelope in order, whose detail is not read yet.</summary>
internal readonly ref struct ReadEnvelope
{
    /// <summary>EventBridge's id, else SQS's: what an event is known by that brings no id of its own.</summary>
    public required string Id { get; init; }

    /// <summary>Source and detail-type, as they arrived.</summary>
    public required EventName Name { get; init; }

    /// <summary>The envelope's time, where it has one.</summary>
    public required DateTimeOffset? Time { get; init; }

    /// <summary>The detail as UTF-8; not checked where it came as a text.</summary>
    public required ReadOnlySpan<byte> Detail { get; init; }

    /// <summary>What the metadata was found in.</summary>
    public required ReadOnlySpan<byte> Json { get; init; }

    /// <summary>Where the metadata is in it; null where the detail came as a text.</summary>
    public required ScannedMetadata? Metadata { get; init; }

    /// <exception cref="PoisonEventException">The metadata is not in order; or the detail, which came as a text, is no object.</exception>
    public StatedMetadata ReadMetadata() => Metadata?.Read(Json) ?? ScannedMetadata.Of(Detail).Read(Detail);
}
