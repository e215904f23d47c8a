using System.Text.Json;

namespace LocalAws.Patterns;

/// <summary>Why a text is not JSON, in the words of AWS's parser, and where it noticed.</summary>
/// <param name="Reason">What is wrong.</param>
/// <param name="Offset">The character it points at.</param>
internal readonly record struct SyntaxMistake(string Reason, int Offset)
{
    private const string AnyValue = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

    /// <summary>Describes what follows the last token.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="read">Where the last token ended.</param>
    /// <param name="at">Where reading stopped.</param>
    /// <param name="token">The last token.</param>
    /// <param name="isInObject">Whether it stands in an object, not in an array or alone.</param>
    public static SyntaxMistake Find(string text, int read, int at, JsonTokenType token, bool isInObject)
    {
        var gap = text[read..at];
        var begun = gap.TrimStart([' ', '\t', '\r', '\n', ',', ':']);
        var start = at - begun.Length;
        var wantsName = isInObject && (token == JsonTokenType.StartObject || gap.Contains(','));
        var wantsValue = token is JsonTokenType.PropertyName or JsonTokenType.StartArray or JsonTokenType.None || gap.Contains(',');
        return (wantsName, wantsValue) switch
        {
            (true, _) when begun.StartsWith('"') => Unexpected(text, at, ": was expecting a colon to separate field name and value"),
            (true, _) => Unexpected(text, start, ": was expecting double-quote to start field name"),
            (_, true) => InValue(text, start, at, begun, token, isInObject),
            _ => InsteadOfComma(text, at, token, isInObject),
        };
    }

    private static SyntaxMistake InValue(string text, int start, int at, string begun, JsonTokenType token, bool isInObject) =>
        begun switch
        {
            ['"', ..] => InString(text, at),
            [.., >= '0' and <= '9'] => InsteadOfComma(text, at, token, isInObject),
            ['-' or (>= '0' and <= '9'), ..] => Unexpected(text, at, " in numeric value"),
            _ when char.IsAsciiLetter(text[start]) => Unrecognized(text, start),
            _ when text[start] == '}' && isInObject => Unexpected(text, start, ": expected a value"),
            _ => Unexpected(text, start, $": expected a valid value {AnyValue}"),
        };

    private static SyntaxMistake InString(string text, int at) => text[at] < ' '
        ? new(
            $"Illegal unquoted character ((CTRL-CHAR, code {(int)text[at]})): "
            + "has to be escaped using backslash to be included in string value",
            at)
        : new($"Unrecognized character escape '{text[at]}' (code {(int)text[at]})", at);

    private static SyntaxMistake InsteadOfComma(string text, int at, JsonTokenType token, bool isInObject)
    {
        var start = at;
        while (token is JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        return start < at ? Unrecognized(text, start) : (text[at], isInObject) switch
        {
            ('}', false) => new("Unexpected close marker '}': expected ']'", at),
            (']', true) => new("Unexpected close marker ']': expected '}'", at),
            _ => Unexpected(text, at, $": was expecting comma to separate {(isInObject ? "Object" : "Array")} entries"),
        };
    }

    private static SyntaxMistake Unexpected(string text, int offset, string expected) =>
        new($"Unexpected character ('{text[offset]}' (code {(int)text[offset]})){expected}", offset);

    // The place is behind the token.
    private static SyntaxMistake Unrecognized(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return new($"Unrecognized token '{text[start..end]}': was expecting {AnyValue}", end);
    }
}
