using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Workers.Events.Reading.Json;

/// <summary>A few members of a JSON object, found in one pass that allocates nothing. Other members are passed over.</summary>
internal readonly ref struct JsonMembers
{
    private const int LongestId = 128;

    private readonly ReadOnlySpan<byte> _json;
    private readonly string _path;
    private readonly ReadOnlySpan<JsonEncodedText> _names;
    private readonly Ranges _ranges;
    private readonly JsonRange _inner;

    /// <param name="json">One JSON value.</param>
    /// <param name="path">Where it is, for the reason; empty for the whole.</param>
    /// <param name="names">The members that are wanted, at most five.</param>
    /// <param name="outer">One of them that is looked into on the way.</param>
    /// <param name="inner">What is looked for there; see <see cref="Inner"/>.</param>
    /// <exception cref="PoisonEventException">It is no JSON object, or has a wanted member twice.</exception>
    public JsonMembers(
        ReadOnlySpan<byte> json,
        string path,
        ReadOnlySpan<JsonEncodedText> names,
        JsonEncodedText outer = default,
        JsonEncodedText inner = default)
    {
        _json = json;
        _path = path;
        _names = names;
        try
        {
            Find(ref _ranges, ref _inner, names.IndexOf(outer), inner);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Without the parser's text, which may quote the payload. InvalidOperationException: half of a surrogate pair.
            throw PoisonEventException.At(path, "is not valid JSON, or nested too deeply");
        }
    }

    /// <summary>The object that was found on the way; empty unless there is exactly one. Whatever else may be there is looked at later.</summary>
    public ReadOnlySpan<byte> Inner => _inner.In(_json);

    public JsonTokenType KindOf(JsonEncodedText name) => RangeOf(name).Kind;

    /// <summary>The member as JSON; empty where it is missing.</summary>
    public ReadOnlySpan<byte> Json(JsonEncodedText name) => RangeOf(name).In(_json);

    /// <summary>The member's text, one of the known where it is; null where it is missing or null.</summary>
    /// <exception cref="PoisonEventException">It is another kind of value, or no Unicode.</exception>
    public string? Text(JsonEncodedText name, KnownTexts? known)
    {
        if (!TryOpen(name, out var reader))
        {
            return null;
        }

        try
        {
            return known is null ? reader.GetString() : known.Read(ref reader);
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

    public PoisonEventException Problem(JsonEncodedText name, string problem) =>
        PoisonEventException.At(_path.Length == 0 ? name.Value : $"{_path}.{name}", problem);

    private void Find(ref Ranges ranges, ref JsonRange innerRange, int outer, JsonEncodedText inner)
    {
        var reader = new Utf8JsonReader(_json);
        reader.Read();
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            throw PoisonEventException.At(_path, "must be an object");
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var index = IndexOf(ref reader);
            reader.Read();
            var (kind, start) = (reader.TokenType, (int)reader.TokenStartIndex);
            if (index >= 0 && index == outer)
            {
                innerRange = FindInner(ref reader, inner);
            }
            else
            {
                reader.Skip();
            }

            if (index < 0)
            {
                continue;
            }

            if (ranges[index].Kind is not JsonTokenType.None)
            {
                throw Problem(_names[index], "appears more than once");
            }

            ranges[index] = new(kind, start, (int)reader.BytesConsumed - start);
        }

        reader.Read(); // throws where something follows the object
    }

    /// <summary>Passes over a value like <see cref="Utf8JsonReader.Skip"/>.</summary>
    private static JsonRange FindInner(ref Utf8JsonReader reader, JsonEncodedText inner)
    {
        var (found, objects) = (default(JsonRange), 0);
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            reader.Skip();
            return found;
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isInner = reader.ValueTextEquals(inner.EncodedUtf8Bytes);
            reader.Read();
            var (kind, start) = (reader.TokenType, (int)reader.TokenStartIndex);
            reader.Skip();
            if (isInner)
            {
                objects++;
                found = new(kind, start, (int)reader.BytesConsumed - start);
            }
        }

        return objects == 1 && found.Kind is JsonTokenType.StartObject ? found : default;
    }

    private int IndexOf(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (reader.ValueTextEquals(_names[i].EncodedUtf8Bytes))
            {
                return i;
            }
        }

        return -1;
    }

    private bool TryOpen(JsonEncodedText name, out Utf8JsonReader reader)
    {
        reader = new(Json(name));
        return KindOf(name) is not (JsonTokenType.None or JsonTokenType.Null) && reader.Read();
    }

    private JsonRange RangeOf(JsonEncodedText name) => _ranges[_names.IndexOf(name)];

    [InlineArray(5)]
    private struct Ranges
    {
        private JsonRange _first;
    }
}
