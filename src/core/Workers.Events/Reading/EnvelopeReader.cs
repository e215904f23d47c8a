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
            var found = ScannedBody.Of(body);
            var isEnvelope = found.Has(BodyMember.Source) && found.Has(BodyMember.DetailType) && found.Has(BodyMember.Detail);
            if (!isEnvelope && bodyReaders is not [] && Translate(body) is { } translated)
            {
                found = ScannedBody.Of(translated);
            }

            return new(found)
            {
                Id = found.IdOf(BodyMember.Id) ?? messageId,
                Name = new(Required(found, BodyMember.Source), Required(found, BodyMember.DetailType)),
                Time = found.TimeOf(BodyMember.Time),
                Detail = DetailOf(found),
            };
        }
        catch (PoisonEventException poison)
        {
            throw poison.About("The body", messageId);
        }
    }

    private byte[]? Translate(ReadOnlySpan<byte> body) =>
        JsonTree.Rewrite(body, tree => bodyReaders.Select(reader => reader.ToEnvelope(tree)).FirstOrDefault(found => found is not null));

    private static string Required(ScannedBody body, BodyMember member) =>
        body.TextOf(member) ?? throw ScannedBody.Problem(member, "is required");

    /// <summary>The detail; unwrapped where it is a JSON string, as some producers send it.</summary>
    private static ReadOnlySpan<byte> DetailOf(ScannedBody body) => body.KindOf(BodyMember.Detail) switch
    {
        JsonTokenType.StartObject => body.JsonOf(BodyMember.Detail),
        JsonTokenType.String => Encoding.UTF8.GetBytes(body.TextOf(BodyMember.Detail)!),
        JsonTokenType.None => throw ScannedBody.Problem(BodyMember.Detail, "is required"),
        _ => throw ScannedBody.Problem(BodyMember.Detail, "must be an object"),
    };
}

/// <summary>An envelope in order, whose detail is not read yet.</summary>
/// <param name="body">What it was found in.</param>
internal readonly ref struct ReadEnvelope(ScannedBody body)
{
    private readonly ScannedBody _body = body;

    /// <summary>EventBridge's id, else SQS's: what an event is known by that brings no id of its own.</summary>
    public required string Id { get; init; }

    /// <summary>Source and detail-type, as they arrived.</summary>
    public required EventName Name { get; init; }

    /// <summary>The envelope's time, where it has one.</summary>
    public required DateTimeOffset? Time { get; init; }

    /// <summary>The detail as UTF-8; not checked yet where it came as a text.</summary>
    public required ReadOnlySpan<byte> Detail { get; init; }

    /// <exception cref="PoisonEventException">The metadata is not in order; or the detail, which came as a text, is no object.</exception>
    public StatedMetadata ReadMetadata() =>
        StatedMetadata.Of(_body.KindOf(BodyMember.Detail) is JsonTokenType.StartObject ? _body : ScannedBody.OfDetail(Detail));
}
