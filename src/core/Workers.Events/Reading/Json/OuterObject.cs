using System.Text.Json;

namespace Workers.Events.Reading.Json;

/// <summary>
/// Finds from its end an object that is another's last member, and in it the last member of its own: what lies before need not be read.
/// </summary>
internal static class OuterObject
{
    private static ReadOnlySpan<byte> Spaces => " \t\r\n"u8;

    /// <param name="json">An object.</param>
    /// <param name="start">Where in it an object begins.</param>
    /// <param name="outer">All that is left from there, but for the brace of the object around it.</param>
    /// <returns>False where something follows it.</returns>
    public static bool TryFind(ReadOnlySpan<byte> json, int start, out JsonRange outer)
    {
        var rest = json[start..];
        var isLast = TakeLast(ref rest, '}') && EndsWith(ref rest, '}');
        outer = isLast ? new(JsonTokenType.StartObject, start, rest.Length) : default;
        return isLast;
    }

    /// <summary>
    /// An object without objects in it that ends where the outer one does is a member of that one, should all of it prove to be JSON.
    /// No other member may be named so, whether plainly or by escapes.
    /// </summary>
    public static JsonRange FindLast(ReadOnlySpan<byte> json, JsonRange outer, JsonEncodedText name)
    {
        var rest = outer.In(json)[..^1];
        if (!EndsWith(ref rest, '}'))
        {
            return default;
        }

        var start = rest.LastIndexOf((byte)'{');
        var before = rest[..start];
        return TakeLast(ref before, ':') && TakeLast(ref before, '"') && before.EndsWith(name.EncodedUtf8Bytes)
            && before.IndexOf(name.EncodedUtf8Bytes) == before.Length - name.EncodedUtf8Bytes.Length && !before.Contains((byte)'\\')
            ? new(JsonTokenType.StartObject, outer.Start + start, rest.Length - start)
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
        json = json.TrimEnd(Spaces);
        return json.Length > 0 && json[^1] == mark;
    }
}
