using System.Text;
using System.Text.Json;
using Workers.Events.Reading.Json;

namespace Workers.Events.Reading;

/// <summary>Finds the envelope in a message's body.</summary>
internal sealed class EnvelopeReader(IReadOnlyList<IBodyReader> bodyReaders, KnownTexts known)
{
    private const string Id = "id";
    private const string Source = "source";
    private const string DetailType = "detail-type";
    private const string Time = "time";
    private const string Detail = "detail";
    private static readonly string[] Members = [Id, Source, DetailType, Time, Detail];

    public RawEvent Read(ReadOnlySpan<byte> body, string messageId)
    {
        try
        {
            var envelope = new JsonMembers(body, "", Members);
            if (envelope.KindOf(Source) is JsonTokenType.None && Translate(body) is { } translated)
            {
                envelope = new(translated, "", Members);
            }

            return new(
                envelope.Id(Id, known) ?? messageId,
                new(Required(envelope, Source), Required(envelope, DetailType)),
                envelope.Time(Time),
                DetailOf(envelope));
        }
        catch (PoisonEventException poison)
        {
            throw poison.About("The body", messageId);
        }
    }

    private byte[]? Translate(ReadOnlySpan<byte> body) =>
        JsonTree.Rewrite(body, tree => bodyReaders.Select(reader => reader.ToEnvelope(tree)).FirstOrDefault(found => found is not null));

    private string Required(JsonMembers envelope, string name) =>
        envelope.Text(name, known) ?? throw envelope.Problem(name, "is required");

    /// <summary>The detail; unwrapped where it is a JSON string, as some producers send it.</summary>
    private ReadOnlySpan<byte> DetailOf(JsonMembers envelope) =>
        envelope.KindOf(Detail) switch
        {
            JsonTokenType.StartObject => envelope.Json(Detail),
            JsonTokenType.String => Encoding.UTF8.GetBytes(envelope.Text(Detail, known)!),
            JsonTokenType.None => throw envelope.Problem(Detail, "is required"),
            _ => throw envelope.Problem(Detail, "must be an object"),
        };
}
