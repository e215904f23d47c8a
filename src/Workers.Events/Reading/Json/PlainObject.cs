using System.Text.Json;

namespace Workers.Events.Reading.Json;

/// <summary>
/// Finds members where an object is written as EventBridge writes an envelope and our publisher a detail: plain values, then the
/// outer member, an object whose own last member is the inner one. Both of these are found from the end, whatever lies before.
/// </summary>
internal static class PlainObject
{
    /// <param name="json">One JSON value.</param>
    /// <param name="names">The members that are wanted.</param>
    /// <param name="checksOuter">Whether the outer member must be checked, which is not done here.</param>
    /// <param name="found">Where they are.</param>
    /// <returns>False where it is written otherwise, or is no JSON at all.</returns>
    public static bool TryFind(ReadOnlySpan<byte> json, MemberNames names, bool checksOuter, ref MemberRanges found)
    {
        var plain = new PlainJson(json);
        var (outer, guess) = (names.IndexOf(names.Outer), 0);
        if (!plain.Take('{'))
        {
            return false;
        }

        do
        {
            if (!plain.TakeName(out var name))
            {
                return false;
            }

            var (index, kind, start) = (names.IndexOf(name, guess), plain.Next, plain.At);
            if (index >= 0 && index == outer)
            {
                return !checksOuter && kind is JsonTokenType.StartObject && TryFindLast(json, start, index, names.Inner, ref found);
            }

            if (!plain.TakeValue() || (index >= 0 && !found.TryAdd(index, new(kind, start, plain.At - start))))
            {
                return false;
            }

            guess = index + 1;
        }
        while (plain.Take(','));
        return plain.Take('}') && plain.IsAtEnd;
    }

    /// <summary>The outer member is all that is left, but for the object's own brace.</summary>
    private static bool TryFindLast(ReadOnlySpan<byte> json, int start, int index, JsonEncodedText inner, ref MemberRanges found)
    {
        var rest = json[start..];
        if (!TakeLast(ref rest, '}') || !EndsWith(ref rest, '}') || !found.TryAdd(index, new(JsonTokenType.StartObject, start, rest.Length)))
        {
            return false;
        }

        TakeLast(ref rest, '}');
        found.Inner = FindInner(rest, start, inner);
        return true;
    }

    /// <summary>
    /// An object without objects in it that ends where the outer one does is a member of that one, should all of it prove to be JSON.
    /// No other member may be named so, whether plainly or by escapes.
    /// </summary>
    private static JsonRange FindInner(ReadOnlySpan<byte> outer, int start, JsonEncodedText inner)
    {
        if (!EndsWith(ref outer, '}'))
        {
            return default;
        }

        var innerAt = outer.LastIndexOf((byte)'{');
        var before = outer[..innerAt];
        return TakeLast(ref before, ':') && TakeLast(ref before, '"') && before.EndsWith(inner.EncodedUtf8Bytes)
            && before.IndexOf(inner.EncodedUtf8Bytes) == before.Length - inner.EncodedUtf8Bytes.Length && !before.Contains((byte)'\\')
            ? new(JsonTokenType.StartObject, start + innerAt, outer.Length - innerAt)
            : default;
    }

    private static bool TakeLast(ref ReadOnlySpan<byte> json, char mark)
    {
        var ends = EndsWith(ref json, mark);
        json = ends ? json[..^1] : json;
        return ends;
    }

    private static bool EndsWith(ref ReadOnlySpan<byte> json, char mark)
    {
        json = json.TrimEnd(PlainJson.Spaces);
        return json.Length > 0 && json[^1] == mark;
    }
}
