using System.Text.Json;

namespace Workers.Events.Reading.Json;

/// <summary>Finds members in any JSON, all of which it checks.</summary>
internal static class AnyObject
{
    /// <param name="json">One JSON value.</param>
    /// <param name="path">Where it is, for the reason; empty for the whole.</param>
    /// <param name="names">The members that are wanted.</param>
    /// <exception cref="PoisonEventException">It is no JSON object, or has a wanted member twice.</exception>
    public static MemberRanges Find(ReadOnlySpan<byte> json, string path, MemberNames names)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            return reader.TokenType is JsonTokenType.StartObject
                ? Find(ref reader, path, names)
                : throw PoisonEventException.At(path, "must be an object");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Without the parser's text, which may quote the payload. InvalidOperationException: half of a surrogate pair.
            throw PoisonEventException.At(path, "is not valid JSON, or nested too deeply");
        }
    }

    private static MemberRanges Find(ref Utf8JsonReader reader, string path, MemberNames names)
    {
        var found = default(MemberRanges);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var place = names.PlaceOf(ref reader);
            reader.Read();
            var (kind, start) = (reader.TokenType, (int)reader.TokenStartIndex);
            if (place >= 0 && place == names.Outer)
            {
                found.Inner = FindInner(ref reader, names.Inner);
            }
            else
            {
                reader.Skip();
            }

            if (place < 0)
            {
                continue;
            }

            if (found[place].Kind is not JsonTokenType.None)
            {
                throw JsonMembers.Problem(path, names[place], "appears more than once");
            }

            found[place] = new(kind, start, (int)reader.BytesConsumed - start);
        }

        reader.Read(); // throws where something follows the object
        return found;
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
}
