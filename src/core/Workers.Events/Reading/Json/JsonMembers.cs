using System.Text;
using System.Text.Json;

namespace Workers.Events.Reading.Json;

/// <summary>The wanted members of a JSON object, by their places among <see cref="MemberNames"/>.</summary>
/// <param name="json">The object.</param>
/// <param name="path">Where it is, for the reason; empty for the whole.</param>
/// <param name="names">The members that are wanted.</param>
/// <param name="ranges">Where they are.</param>
/// <param name="form">How it is written, where that is known.</param>
internal readonly ref struct JsonMembers(
    ReadOnlySpan<byte> json, string path, MemberNames names, MemberRanges ranges, JsonForm? form = null)
{
    private const int LongestId = 128;

    private readonly ReadOnlySpan<byte> _json = json;
    private readonly MemberRanges _ranges = ranges;

    public MemberRanges Ranges => _ranges;

    /// <summary>The object that was found on the way; empty unless there is exactly one. Whatever else may be there is looked at later.</summary>
    public ReadOnlySpan<byte> Inner => _ranges.Inner.In(_json);

    public JsonTokenType KindOf(int place) => form?.Same(place) is null ? _ranges[place].Kind : JsonTokenType.String;

    /// <summary>A member that differs from object to object, as JSON; empty where it is missing.</summary>
    public ReadOnlySpan<byte> Json(int place) => _ranges[place].In(_json);

    /// <summary>The member's text; null where it is missing or null.</summary>
    /// <exception cref="PoisonEventException">It is another kind of value, or no Unicode.</exception>
    public string? Text(int place)
    {
        if (form?.Same(place) is { } same)
        {
            return same;
        }

        var json = Json(place);
        if (_ranges[place].Kind is JsonTokenType.String && !json.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(json[1..^1]);
        }

        if (!TryOpen(place, out var reader))
        {
            return null;
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Problem(place, "must be text");
        }
    }

    /// <summary>The member's text, where it may serve as an id; null where it is missing or null.</summary>
    /// <exception cref="PoisonEventException">It is another kind of value, empty, or too long.</exception>
    public string? Id(int place) =>
        Text(place) is var id and (null or { Length: >= 1 and <= LongestId })
            ? id
            : throw Problem(place, $"must have 1 to {LongestId} characters");

    /// <summary>The member's time, in UTC; null where it is missing or null.</summary>
    /// <exception cref="PoisonEventException">It is no time.</exception>
    public DateTimeOffset? Time(int place)
    {
        if (!TryOpen(place, out var reader))
        {
            return null;
        }

        return UtcTimeConverter.TryRead(ref reader, out var time)
            ? time
            : throw Problem(place, $"must be {UtcTimeConverter.Expected}");
    }

    public PoisonEventException Problem(int place, string problem) => Problem(path, names[place], problem);

    public static PoisonEventException Problem(string path, JsonEncodedText name, string problem) =>
        PoisonEventException.At(path.Length == 0 ? name.Value : $"{path}.{name}", problem);

    private bool TryOpen(int place, out Utf8JsonReader reader)
    {
        reader = new(Json(place));
        return _ranges[place].Kind is not (JsonTokenType.None or JsonTokenType.Null) && reader.Read();
    }
}
