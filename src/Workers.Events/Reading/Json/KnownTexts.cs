using System.Collections.Frozen;
using System.Text.Json;

namespace Workers.Events.Reading.Json;

/// <summary>Texts that come with every message, such as the names of events, so that they are not made anew each time.</summary>
internal sealed class KnownTexts(IEnumerable<string> texts)
{
    private const int Longest = 256;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _texts =
        texts.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text that the reader stands on, known or not.</summary>
    public string Read(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > Longest)
        {
            return reader.GetString()!;
        }

        Span<char> text = stackalloc char[Longest];
        text = text[..reader.CopyString(text)];
        return _texts.TryGetValue(text, out var known) ? known : text.ToString();
    }
}
