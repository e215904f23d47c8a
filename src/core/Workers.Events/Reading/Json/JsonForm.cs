using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Workers.Events.Reading.Json;

/// <summary>
/// How one writer writes one kind of object: bytes that are always the same, and texts without escapes between them. An object of
/// that form is as good JSON as the one that it was learnt from, with its members where that one has them.
/// </summary>
internal sealed class JsonForm
{
    // Far more than an envelope without its detail has: what is kept for good must not be as large as a body may be.
    private const int Longest = 4_096;

    private static readonly SearchValues<byte> EndsPlainText = SearchValues.Create(
        [(byte)'"', (byte)'\\', .. Enumerable.Range(0, ' ').Select(control => (byte)control)]);

    private readonly MemberNames _names;
    private readonly string?[] _same;
    private readonly byte[] _head;
    private readonly (int Place, byte[] After)[] _texts;

    private JsonForm(MemberNames names, string?[] same, byte[] head, (int Place, byte[] After)[] texts)
    {
        _names = names;
        _same = same;
        _head = head;
        _texts = texts;
    }

    /// <returns>The form of an object; null where it is long, its wanted members are not plain texts, or the outer one is not the last.</returns>
    public static JsonForm? TryLearn(ReadOnlySpan<byte> json, MemberNames names, in MemberRanges found)
    {
        var end = names.Outer >= 0 ? found[names.Outer].Start + 1 : json.Length;
        if (end > Longest || (names.Outer >= 0 && !IsLast(json, found[names.Outer])))
        {
            return null;
        }

        var same = new string?[names.Count];
        var texts = new List<(int Place, JsonRange Range)>();
        for (var place = 0; place < names.Count; place++)
        {
            var (range, isSame) = (found[place], names.Same.Contains(place));
            if (place == names.Outer || (range.Kind is JsonTokenType.None && !isSame))
            {
                continue;
            }

            if (range.Kind is not JsonTokenType.String || range.In(json)[1..^1].ContainsAny(EndsPlainText))
            {
                return null;
            }

            if (isSame)
            {
                same[place] = Encoding.UTF8.GetString(range.In(json)[1..^1]);
            }
            else
            {
                texts.Add((place, range));
            }
        }

        return Cut(json[..end], names, same, [.. texts.OrderBy(text => text.Range.Start)]);
    }

    private static bool IsLast(ReadOnlySpan<byte> json, JsonRange outer) =>
        outer.Kind is JsonTokenType.StartObject && OuterObject.TryFind(json, outer.Start, out var last) && last == outer;

    private static JsonForm Cut(ReadOnlySpan<byte> json, MemberNames names, string?[] same, (int Place, JsonRange Range)[] texts)
    {
        var (pieces, rest) = (new (int, byte[])[texts.Length], json.Length);
        for (var i = texts.Length - 1; i >= 0; i--)
        {
            var (place, range) = texts[i];
            pieces[i] = (place, json[(range.End - 1)..rest].ToArray());
            rest = range.Start + 1;
        }

        return new(names, same, json[..rest].ToArray(), pieces);
    }

    /// <summary>The text that each object of this form has there; null where they differ.</summary>
    public string? Same(int place) => _same[place];

    /// <returns>False where it is written otherwise, or is no JSON at all. True of an outer member that may be none.</returns>
    public bool TryMatch(ReadOnlySpan<byte> json, out MemberRanges found)
    {
        found = default;
        if (!json.StartsWith(_head))
        {
            return false;
        }

        var at = _head.Length;
        foreach (var (place, after) in _texts)
        {
            var length = json[at..].IndexOfAny(EndsPlainText);
            if (length < 0 || !json[(at + length)..].StartsWith(after))
            {
                return false;
            }

            found[place] = new(JsonTokenType.String, at - 1, length + 2);
            at += length + after.Length;
        }

        if (_names.Outer < 0)
        {
            return at == json.Length;
        }

        if (!OuterObject.TryFind(json, at - 1, out var outer))
        {
            return false;
        }

        found[_names.Outer] = outer;
        found.Inner = OuterObject.FindLast(json, outer, _names.Inner);
        return true;
    }
}
