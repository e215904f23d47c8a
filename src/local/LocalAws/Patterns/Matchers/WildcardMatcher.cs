using System.Text;
using System.Text.Json;

namespace LocalAws.Patterns.Matchers;

/// <summary>A string in which each <c>*</c> of the pattern stands for any text.</summary>
internal sealed class WildcardMatcher : IValueMatcher
{
    // AWS weighs how many partial matches a text can keep open. Nearly always that is the number of wildcards.
    private const int MaxWildcards = 5;

    private const string TooComplex = "Rule is too complex - try using fewer wildcard characters "
        + "or fewer repeating character sequences after a wildcard character";

    private readonly string[] _literals;

    private WildcardMatcher(string[] literals) => _literals = literals;

    /// <summary>Reads a pattern; <c>\*</c> and <c>\\</c> stand for the characters themselves.</summary>
    public static WildcardMatcher Parse(ref PatternReader reader)
    {
        var text = reader.Text("wildcard match pattern must be a string");
        List<StringBuilder> literals = [new()];
        for (var index = 0; index < text.Length; index++)
        {
            switch (text[index], index + 1 < text.Length ? text[index + 1] : default)
            {
                case ('*', '*'):
                    throw reader.Error($"Consecutive wildcard characters at pos {Position(text, index)}");
                case ('*', _):
                    literals.Add(new());
                    break;
                case ('\\', '*' or '\\'):
                    literals[^1].Append(text[++index]);
                    break;
                case ('\\', _):
                    throw reader.Error($"Invalid escape character at pos {Position(text, index)}");
                default:
                    literals[^1].Append(text[index]);
                    break;
            }
        }

        return literals.Count - 1 <= MaxWildcards
            ? new WildcardMatcher([.. literals.Select(literal => literal.ToString())])
            : throw new InvalidEventPatternException(TooComplex);
    }

    public bool Matches(JsonElement value) => value.ValueKind == JsonValueKind.String && Matches(value.GetString()!);

    private bool Matches(string text)
    {
        var (first, last) = (_literals[0], _literals[^1]);
        if (_literals.Length == 1)
        {
            return text == first;
        }

        if (text.Length < first.Length + last.Length
            || !text.StartsWith(first, StringComparison.Ordinal)
            || !text.EndsWith(last, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = text.AsSpan(first.Length, text.Length - first.Length - last.Length);
        foreach (var literal in _literals.AsSpan(1..^1))
        {
            var index = rest.IndexOf(literal, StringComparison.Ordinal);
            if (index < 0)
            {
                return false;
            }

            rest = rest[(index + literal.Length)..];
        }

        return true;
    }

    // Counted in bytes, from the quotation mark before the text.
    private static int Position(string text, int index) => Encoding.UTF8.GetByteCount(text.AsSpan(0, index)) + 1;
}
