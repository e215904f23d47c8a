using System.Text.Json;

namespace Workers.Events.Reading;

/// <summary>
/// Where a member's value stands in some JSON. It is judged where it is used, not where it is met: a body that is no envelope may
/// have other things under the same names.
/// </summary>
/// <param name="Kind">The kind of value; none where there is no such member.</param>
/// <param name="Start">Where the value begins.</param>
/// <param name="Length">How many bytes it takes.</param>
/// <param name="IsRepeated">Whether the object has such a member more than once.</param>
internal readonly record struct ScannedMember(JsonTokenType Kind, int Start, int Length, bool IsRepeated)
{
    /// <summary>Goes from a member's name to its value.</summary>
    /// <param name="reader">Stands on the name.</param>
    /// <param name="earlier">The member of that name that was met before; the default where none was.</param>
    public static ScannedMember Begin(ref Utf8JsonReader reader, ScannedMember earlier)
    {
        reader.Read();
        return new(reader.TokenType, (int)reader.TokenStartIndex, 0, earlier.Kind is not JsonTokenType.None);
    }

    /// <summary>Goes from a member's name past its value.</summary>
    public static ScannedMember Pass(ref Utf8JsonReader reader, ScannedMember earlier)
    {
        var begun = Begin(ref reader, earlier);
        reader.Skip();
        return begun.End(in reader);
    }

    /// <summary>The member, once the reader stands on its end.</summary>
    public ScannedMember End(ref readonly Utf8JsonReader reader) => this with { Length = (int)reader.BytesConsumed - Start };

    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> json) => json.Slice(Start, Length);

    /// <summary>Its text; null where it is missing or null.</summary>
    /// <param name="json">What was scanned.</param>
    /// <param name="path">The member's path, for the reason.</param>
    /// <exception cref="PoisonEventException">It is another kind of value, no Unicode, or there more than once.</exception>
    public string? Text(ReadOnlySpan<byte> json, string path)
    {
        if (!TryOpen(json, path, out var reader))
        {
            return null;
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw PoisonEventException.At(path, "must be text");
        }
    }

    /// <summary>Its text, where it may serve as an id; null where it is missing or null.</summary>
    /// <exception cref="PoisonEventException">It is no text, empty, too long, or there more than once.</exception>
    public string? Id(ReadOnlySpan<byte> json, string path) =>
        Text(json, path) is var id and (null or { Length: >= 1 and <= EventMetadata.LongestId })
            ? id
            : throw PoisonEventException.At(path, $"must have 1 to {EventMetadata.LongestId} characters");

    /// <summary>Its time, in UTC; null where it is missing or null.</summary>
    /// <exception cref="PoisonEventException">It is no time, or there more than once.</exception>
    public DateTimeOffset? Time(ReadOnlySpan<byte> json, string path) =>
        !TryOpen(json, path, out var reader) ? null
        : UtcTimeConverter.TryRead(ref reader, out var time) ? time
        : throw PoisonEventException.At(path, $"must be {UtcTimeConverter.Expected}");

    public void RefuseRepetition(string path)
    {
        if (IsRepeated)
        {
            throw PoisonEventException.At(path, "appears more than once");
        }
    }

    private bool TryOpen(ReadOnlySpan<byte> json, string path, out Utf8JsonReader reader)
    {
        RefuseRepetition(path);
        reader = new(In(json));
        return Kind is not (JsonTokenType.None or JsonTokenType.Null) && reader.Read();
    }
}
