using System.Text;
using System.Text.Json;

namespace Workers.Events.Reading.Json;

/// <summary>A few members of a JSON object, found in one pass that allocates nothing. Other members are passed over.</summary>
internal readonly ref struct JsonMembers
{
    private const int LongestId = 128;

    private readonly ReadOnlySpan<byte> _json;
    private readonly string _path;
    private readonly MemberNames _names;
    private readonly MemberRanges _ranges;

    /// <param name="json">One JSON value.</param>
    /// <param name="path">Where it is, for the reason; empty for the whole.</param>
    /// <param name="names">The members that are wanted.</param>
    /// <param name="checksOuter">Whether the outer member is checked to be JSON; else by whoever reads it, and fast.</param>
    /// <exception cref="PoisonEventException">It is no JSON object, or has a wanted member twice.</exception>
    public JsonMembers(ReadOnlySpan<byte> json, string path, MemberNames names, bool checksOuter = true)
    {
        _json = json;
        _path = path;
        _names = names;
        if (!PlainObject.TryFind(json, names, checksOuter, ref _ranges))
        {
            _ranges = AnyObject.Find(json, path, names);
        }
    }

    /// <summary>The object that was found on the way; empty unless there is exactly one. Whatever else may be there is looked at later.</summary>
    public ReadOnlySpan<byte> Inner => _ranges.Inner.In(_json);

    public JsonTokenType KindOf(JsonEncodedText name) => RangeOf(name).Kind;

    /// <summary>The member as JSON; empty where it is missing.</summary>
    public ReadOnlySpan<byte> Json(JsonEncodedText name) => RangeOf(name).In(_json);

    /// <summary>The member's text, one of the known where it is; null where it is missing or null.</summary>
    /// <exception cref="PoisonEventException">It is another kind of value, or no Unicode.</exception>
    public string? Text(JsonEncodedText name, KnownTexts? known)
    {
        var range = RangeOf(name);
        var json = range.In(_json);
        if (range.Kind is JsonTokenType.String && !json.Contains((byte)'\\'))
        {
            var text = json[1..^1];
            return known is null ? Encoding.UTF8.GetString(text) : known.Read(text);
        }

        if (!TryOpen(name, out var reader))
        {
            return null;
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Problem(name, "must be text");
        }
    }

    /// <summary>The member's text, where it may serve as an id; null where it is missing or null.</summary>
    /// <exception cref="PoisonEventException">It is another kind of value, empty, or too long.</exception>
    public string? Id(JsonEncodedText name) =>
        Text(name, known: null) is var id and (null or { Length: >= 1 and <= LongestId })
            ? id
            : throw Problem(name, $"must have 1 to {LongestId} characters");

    /// <summary>The member's time, in UTC; null where it is missing or null.</summary>
    /// <exception cref="PoisonEventException">It is no time.</exception>
    public DateTimeOffset? Time(JsonEncodedText name)
    {
        if (!TryOpen(name, out var reader))
        {
            return null;
        }

        return UtcTimeConverter.TryRead(ref reader, out var time)
            ? time
            : throw Problem(name, $"must be {UtcTimeConverter.Expected}");
    }

    public PoisonEventException Problem(JsonEncodedText name, string problem) => Problem(_path, name, problem);

    public static PoisonEventException Problem(string path, JsonEncodedText name, string problem) =>
        PoisonEventException.At(path.Length == 0 ? name.Value : $"{path}.{name}", problem);

    private bool TryOpen(JsonEncodedText name, out Utf8JsonReader reader)
    {
        var range = RangeOf(name);
        reader = new(range.In(_json));
        return range.Kind is not (JsonTokenType.None or JsonTokenType.Null) && reader.Read();
    }

    private JsonRange RangeOf(JsonEncodedText name) => _ranges[_names.IndexOf(name)];
}
