using System.Text;
using System.Text.Json;
using Workers.Events.Reading.Json;

namespace Workers.Events.Reading;

/// <summary>Finds the envelope in a message's body.</summary>
internal sealed class EnvelopeReader(IReadOnlyList<IBodyReader> bodyReaders)
{
    /// <summary>Where an envelope has its id, among its members.</summary>
    public const int Id = 0;

    private const int Source = 1;
    private const int DetailType = 2;
    private const int Time = 3;
    private const int Detail = 4;

    private readonly MemberFinder _members = new(
        new(
            JsonEncodedText.Encode("id"),
            JsonEncodedText.Encode("source"),
            JsonEncodedText.Encode("detail-type"),
            JsonEncodedText.Encode("time"),
            JsonEncodedText.Encode("detail"))
        {
            Same = [Source, DetailType],
            Outer = Detail,
            Inner = MetadataReader.Metadata,
        },
        path: "");

    /// <param name="body">The body.</param>
    /// <param name="messageId">SQS's id.</param>
    /// <param name="checksDetail">Whether the detail is checked to be JSON; else by whoever reads it, and fast.</param>
    /// <exception cref="PoisonEventException">It holds no envelope in order.</exception>
    public RawEvent Read(ReadOnlySpan<byte> body, string messageId, bool checksDetail)
    {
        try
        {
            var envelope = checksDetail ? _members.FindAnyhow(body) : _members.Find(body);
            if (envelope.KindOf(Source) is JsonTokenType.None && Translate(body) is { } translated)
            {
                envelope = _members.FindAnyhow(translated);
            }

            CheckId(in envelope);
            return new(
                in envelope,
                messageId,
                new(Required(in envelope, Source), Required(in envelope, DetailType)),
                envelope.Time(Time),
                DetailOf(in envelope));
        }
        catch (PoisonEventException poison)
        {
            throw poison.About("The body", messageId);
        }
    }

    /// <summary>Makes a text only of an id that is unusual: one in order is made into a text where it is needed.</summary>
    private static void CheckId(scoped in JsonMembers envelope)
    {
        if (envelope.KindOf(Id) is not JsonTokenType.String || envelope.Json(Id).Length is < 3 or > 128)
        {
            _ = envelope.Id(Id);
        }
    }

    private byte[]? Translate(ReadOnlySpan<byte> body) =>
        JsonTree.Rewrite(body, tree => bodyReaders.Select(reader => reader.ToEnvelope(tree)).FirstOrDefault(found => found is not null));

    private static string Required(scoped in JsonMembers envelope, int place) =>
        envelope.Text(place) ?? throw envelope.Problem(place, "is required");

    /// <summary>The detail; unwrapped where it is a JSON string, as some producers send it.</summary>
    private static ReadOnlySpan<byte> DetailOf(scoped in JsonMembers envelope) =>
        envelope.KindOf(Detail) switch
        {
            JsonTokenType.StartObject => envelope.Json(Detail),
            JsonTokenType.String => Encoding.UTF8.GetBytes(envelope.Text(Detail)!),
            JsonTokenType.None => throw envelope.Problem(Detail, "is required"),
            _ => throw envelope.Problem(Detail, "must be an object"),
        };
}
