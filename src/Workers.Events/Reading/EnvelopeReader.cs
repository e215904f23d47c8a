using System.Text;
using System.Text.Json;
using Workers.Events.Reading.Json;

namespace Workers.Events.Reading;

/// <summary>Finds the envelope in a message's body.</summary>
internal sealed class EnvelopeReader(IReadOnlyList<IBodyReader> bodyReaders)
{
    public RawEvent Read(ReadOnlySpan<byte> body, string messageId)
    {
        try
        {
            var envelope = Parse(body);
            if (envelope is { Source: null, DetailType: null } && Translate(body) is { } translated)
            {
                body = translated;
                envelope = Parse(body);
            }

            var name = new EventName(Required(envelope.Source, "source"), Required(envelope.DetailType, "detail-type"));
            return new(envelope.Id ?? messageId, name, envelope.Time, DetailOf(envelope.Detail, body));
        }
        catch (PoisonEventException poison)
        {
            throw poison.About("The body", messageId);
        }
    }

    private static BodyJson Parse(ReadOnlySpan<byte> body) =>
        JsonShape.Read<BodyJson>(body, EnvelopeJsonContext.Default.BodyJson);

    private byte[]? Translate(ReadOnlySpan<byte> body) =>
        JsonTree.Rewrite(body, tree => bodyReaders.Select(reader => reader.ToEnvelope(tree)).FirstOrDefault(found => found is not null));

    private static string Required(string? value, string field) =>
        value ?? throw PoisonEventException.At(field, "is required");

    /// <summary>The detail; unwrapped where it is a JSON string, as some producers send it.</summary>
    private static ReadOnlySpan<byte> DetailOf(JsonRange detail, ReadOnlySpan<byte> body)
    {
        var value = body.Slice(detail.Start, detail.Length);
        return detail.Kind switch
        {
            JsonTokenType.StartObject => value,
            JsonTokenType.String => Encoding.UTF8.GetBytes(JsonShape.Read<string>(value, EnvelopeJsonContext.Default.String)),
            JsonTokenType.None => throw PoisonEventException.At("detail", "is required"),
            _ => throw PoisonEventException.At("detail", "must be an object"),
        };
    }
}
