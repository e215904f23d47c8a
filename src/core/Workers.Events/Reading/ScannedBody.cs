using System.Text;
using System.Text.Json;

namespace Workers.Events.Reading;

/// <summary>What matters of a body: the envelope's members, then the metadata and its members.</summary>
internal enum BodyMember
{
    Id,
    Source,
    DetailType,
    Time,
    Detail,
    Metadata,
    EventId,
    EventVersion,
    CorrelationId,
    CausationId,
    TraceParent,
    TaskToken,
    Fulfilment,
}

/// <summary>
/// Where the members of a body stand. They are found in one pass, which checks that all of the body is JSON, and judged when they are asked
/// for: a body that is no envelope may have other things under the same names.
/// </summary>
internal readonly ref struct ScannedBody
{
    private static readonly string[] Paths =
    [
        "id",
        "source",
        "detail-type",
        "time",
        "detail",
        MetadataField.Metadata,
        $"{MetadataField.Metadata}.{MetadataField.EventId}",
        $"{MetadataField.Metadata}.{MetadataField.EventVersion}",
        $"{MetadataField.Metadata}.{MetadataField.CorrelationId}",
        $"{MetadataField.Metadata}.{MetadataField.CausationId}",
        $"{MetadataField.Metadata}.{MetadataField.TraceParent}",
        $"{MetadataField.Metadata}.{MetadataField.TaskToken}",
        $"{MetadataField.Metadata}.{MetadataField.Fulfilment}",
    ];

    private static readonly byte[][] Names = [.. Paths.Select(path => Encoding.UTF8.GetBytes(path[(path.LastIndexOf('.') + 1)..]))];

    private readonly ReadOnlySpan<byte> _json;
    private readonly Place[] _places = new Place[Paths.Length];

    private ScannedBody(ReadOnlySpan<byte> json, BodyMember first, BodyMember last)
    {
        _json = json;
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            if (reader.TokenType is not JsonTokenType.StartObject)
            {
                throw PoisonEventException.At("", "must be an object");
            }

            Scan(ref reader, _places, first, last);
            reader.Read();   // throws where something follows the object
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Without the parser's text, which may quote the payload. InvalidOperationException: half of a surrogate pair.
            throw PoisonEventException.At("", "is not valid JSON, or nested too deeply");
        }
    }

    /// <summary>Scans what should be an envelope.</summary>
    /// <exception cref="PoisonEventException">It is no JSON object.</exception>
    public static ScannedBody Of(ReadOnlySpan<byte> body) => new(body, BodyMember.Id, BodyMember.Detail);

    /// <summary>Scans a detail that stands alone; only its metadata is found.</summary>
    /// <exception cref="PoisonEventException">It is no JSON object.</exception>
    public static ScannedBody OfDetail(ReadOnlySpan<byte> detail) => new(detail, BodyMember.Metadata, BodyMember.Metadata);

    /// <summary>Whether there is such a member, of whatever kind.</summary>
    public bool Has(BodyMember member) => _places[(int)member].Kind is not JsonTokenType.None;

    /// <exception cref="PoisonEventException">It is there more than once.</exception>
    public JsonTokenType KindOf(BodyMember member) =>
        _places[(int)member] is { IsRepeated: false } place ? place.Kind : throw Problem(member, "appears more than once");

    public ReadOnlySpan<byte> JsonOf(BodyMember member) => _json.Slice(_places[(int)member].Start, _places[(int)member].Length);

    /// <summary>A member's text; null where it is missing or null.</summary>
    /// <exception cref="PoisonEventException">It is another kind of value, no Unicode, or there more than once.</exception>
    public string? TextOf(BodyMember member)
    {
        if (!TryOpen(member, out var reader))
        {
            return null;
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Problem(member, "must be text");
        }
    }

    /// <summary>A member's text, where it may serve as an id; null where it is missing or null.</summary>
    /// <exception cref="PoisonEventException">It is no text, no id, or there more than once.</exception>
    public string? IdOf(BodyMember member) =>
        TextOf(member) is var id && (id is null || IdGrammar.Allows(id)) ? id : throw Problem(member, IdGrammar.Expected);

    /// <summary>A member's time, in UTC; null where it is missing or null.</summary>
    /// <exception cref="PoisonEventException">It is no time, or there more than once.</exception>
    public DateTimeOffset? TimeOf(BodyMember member) =>
        !TryOpen(member, out var reader) ? null
        : TimeGrammar.TryRead(ref reader, out var time) ? time
        : throw Problem(member, $"must be {TimeGrammar.Expected}");

    public static PoisonEventException Problem(BodyMember member, string problem) => PoisonEventException.At(Paths[(int)member], problem);

    private bool TryOpen(BodyMember member, out Utf8JsonReader reader)
    {
        var isThere = KindOf(member) is not (JsonTokenType.None or JsonTokenType.Null);
        reader = new(JsonOf(member));
        return isThere && reader.Read();
    }

    /// <summary>Notes where an object has the members from the first to the last, and looks into the detail and its metadata.</summary>
    private static void Scan(ref Utf8JsonReader reader, Place[] places, BodyMember first, BodyMember last)
    {
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var member = first;
            while (member <= last && !reader.ValueTextEquals(Names[(int)member]))
            {
                member++;
            }

            if (member > last)
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            var (kind, start) = (reader.TokenType, (int)reader.TokenStartIndex);
            switch (member)
            {
                case BodyMember.Detail when kind is JsonTokenType.StartObject:
                    Scan(ref reader, places, BodyMember.Metadata, BodyMember.Metadata);
                    break;
                case BodyMember.Metadata when kind is JsonTokenType.StartObject:
                    Scan(ref reader, places, BodyMember.EventId, BodyMember.Fulfilment);
                    break;
                default:
                    reader.Skip();
                    break;
            }

            var isRepeated = places[(int)member].Kind is not JsonTokenType.None;
            places[(int)member] = new(kind, start, (int)reader.BytesConsumed - start, isRepeated);
        }
    }

    private readonly record struct Place(JsonTokenType Kind, int Start, int Length, bool IsRepeated);
}
