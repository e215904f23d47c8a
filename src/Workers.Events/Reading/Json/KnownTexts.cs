using System.Collections.Frozen;
using System.Text;

namespace Workers.Events.Reading.Json;

/// <summary>Texts that come with every message, such as the names of events, so that they are not made anew each time.</summary>
internal sealed class KnownTexts(IEnumerable<string> texts)
{
    private const int Longest = 256;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _texts =
        texts.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text, known or not.</summary>
    public string Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        Span<char> text = stackalloc char[Longest];
        text = text[..Encoding.UTF8.GetChars(utf8, text)];
        return _texts.TryGetValue(text, out var known) ? known : text.ToString();
    }
}
