using System.Text;
using System.Text.Json;
using Workers.Events.Reading.Json;

namespace Workers.Events.Reading;

/// <summary>Finds the envelope in a message's body.</summary>
internal sealed class EnvelopeReader(IReadOnlyList<IBodyReader> bodyReaders, KnownTexts known)
{
    /// <summary>Where an envelope has its id.</summary>
    public static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Source = JsonEncodedText.Encode("source");
    private static readonly JsonEncodedText DetailType = JsonEncodedText.Encode("detail-type");
    private static readonly JsonEncodedText Time = JsonEncodedText.Encode("time");
    private static readonly JsonEncodedText Detail = JsonEncodedText.Encode("detail");
    private static readonly MemberNames Members = new(Id, DetailType, Source, Time, Detail) { Outer = Detail, Inner = MetadataReader.Metadata };

    /// <param name="body">The body.</param>
    /// <param name="messageId">SQS's id.</param>
    /// <param name="checksDetail">Whether the detail is checked to be JSON; else by whoever reads it, and fast.</param>
    /// <exception cref="PoisonEventException">It holds no envelope in order.</exception>
    public RawEvent Read(ReadOnlySpan<byte> body, string messageId, bool checksDetail)
    {
        try
        {
            var envelope = new JsonMembers(body, "", Members, checksDetail);
            if (envelope.KindOf(Source) is JsonTokenType.None && Translate(body) is { } translated)
            {
                envelope = new(translated, "", Members);
            }

            CheckId(envelope);
            return new(
                envelope,
                messageId,
                new(Required(envelope, Source), Required(envelope, DetailType)),
                envelope.Time(Time),
                DetailOf(envelope));
        }
        catch (PoisonEventException poison)
        {
            throw poison.About("The body", messageId);
        }
    }

    /// <summary>Makes a text only of an id that is unusual: one in order is made into a text where it is needed.</summary>
    private static void CheckId(JsonMembers envelope)
    {
        if (envelope.KindOf(Id) is not JsonTokenType.String || envelope.Json(Id).Length is < 3 or > 128)
        {
            _ = envelope.Id(Id);
        }
    }

    private byte[]? Translate(ReadOnlySpan<byte> body) =>
        JsonTree.Rewrite(body, tree => bodyReaders.Select(reader => reader.ToEnvelope(tree)).FirstOrDefault(found => found is not null));

    private string Required(JsonMembers envelope, JsonEncodedText name) =>
        envelope.Text(name, known) ?? throw envelope.Problem(name, "is required");

    /// <summary>The detail; unwrapped where it is a JSON string, as some producers send it.</summary>
    private static ReadOnlySpan<byte> DetailOf(JsonMembers envelope) =>
        envelope.KindOf(Detail) switch
        {
            JsonTokenType.StartObject => envelope.Json(Detail),
            JsonTokenType.String => Encoding.UTF8.GetBytes(envelope.Text(Detail, known: null)!),
            JsonTokenType.None => throw envelope.Problem(Detail, "is required"),
            _ => throw envelope.Problem(Detail, "must be an object"),
        };
}
