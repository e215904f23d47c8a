using System.Text;
using System.Text.Json;

namespace LocalAws.Patterns;

/// <summary>Reads a pattern token by token, and says where in it something is wrong.</summary>
internal ref struct PatternReader
{
    private const int LongestQuote = 500;
    private const int MaxDepth = 64;   // the reader's own

    private readonly string _text;
    private readonly byte[] _utf8;
    private readonly Stack<(bool IsObject, long Start)> _open = new();
    private Utf8JsonReader _json;
    private bool _textTaken;

    public PatternReader(string text, PatternDialect dialect)
    {
        IsWhole = dialect == PatternDialect.EventPattern;
        _text = text;
        _utf8 = Encoding.UTF8.GetBytes(text);
        _json = new Utf8JsonReader(_utf8, isFinalBlock: false, default);
    }

    public readonly JsonTokenType Token => _json.TokenType;

    /// <summary>Whether the pattern may use the whole language.</summary>
    public readonly bool IsWhole { get; }

    /// <summary>The token as it stands in the pattern.</summary>
    public readonly string Raw => Encoding.UTF8.GetString(_json.ValueSpan);

    private readonly bool IsInObject => _open.TryPeek(out var open) && open.IsObject;

    /// <summary>Goes on to the next token; <see cref="JsonTokenType.None"/> in a text that holds nothing.</summary>
    public JsonTokenType Read()
    {
        _textTaken = false;
        var (token, read) = (Token, _json.BytesConsumed);
        try
        {
            if (!_json.Read())
            {
                return _open.Count == 0 ? JsonTokenType.None : throw EndsTooEarly(token, read);
            }
        }
        catch (JsonException exception)
        {
            throw IsNotJson(token, read, exception);
        }

        switch (Token)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                _open.Push((Token == JsonTokenType.StartObject, _json.TokenStartIndex));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _open.Pop();
                break;
        }

        return Token;
    }

    /// <summary>The text of a name or string.</summary>
    public string Text()
    {
        _textTaken = true;
        try
        {
            return _json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Error("Incomplete surrogate pair in a string");
        }
    }

    /// <summary>The text of a string; anything else is refused.</summary>
    public string Text(string otherwise) => Token == JsonTokenType.String ? Text() : throw Error(otherwise);

    /// <summary>The value of a number.</summary>
    public readonly JsonNumber Number() => JsonNumber.Of(_json);

    /// <summary>The value of a number; anything else is refused.</summary>
    public readonly JsonNumber Number(string otherwise) =>
        Token == JsonTokenType.Number ? Number() : throw Error(otherwise);

    /// <summary>Steps over the end of an object or array; anything before it is refused.</summary>
    public void End(JsonTokenType end, string otherwise)
    {
        if (Read() != end)
        {
            throw Error(otherwise);
        }
    }

    // AWS's parser looks into a string only when its text is asked for: until then it stands behind the first quotation mark.
    public readonly InvalidEventPatternException Error(string reason) => Error(
        reason, Characters(Token == JsonTokenType.String && !_textTaken ? _json.TokenStartIndex + 1 : _json.BytesConsumed));

    private readonly InvalidEventPatternException Error(string reason, int offset) => new($"{reason}\n at {Place(offset)}");

    private readonly InvalidEventPatternException EndsTooEarly(JsonTokenType token, long read)
    {
        var (isObject, start) = _open.Peek();
        var entries = isObject ? "Object" : "Array";
        var rest = _text.AsSpan(Characters(read)).Trim([' ', '\t', '\r', '\n']);
        var reason = rest switch
        {
            [.., ',' or ':'] => $" within/between {entries} entries",
            [] when token == JsonTokenType.PropertyName => $" within/between {entries} entries",
            [] => $": expected close marker for {entries} (start marker at {Place(Characters(start))})",
            _ when isObject && token != JsonTokenType.PropertyName => " in field name",
            _ => ": was expecting closing quote for a string value",
        };
        return Error($"Unexpected end-of-input{reason}", _text.Length);
    }

    private readonly InvalidEventPatternException IsNotJson(JsonTokenType token, long readBytes, JsonException exception)
    {
        var depth = _json.CurrentDepth;
        if (depth >= MaxDepth)
        {
            return Error($"Document nesting depth ({depth + 1}) exceeds the maximum allowed ({depth})");
        }

        var read = Characters(readBytes);
        var at = Math.Clamp(Offset(exception), read, Math.Max(read, _text.Length - 1));
        var mistake = SyntaxMistake.Find(_text, read, at, token, IsInObject);
        return Error(mistake.Reason, mistake.Offset);
    }

    // Where an exception says that reading stopped, in characters from the start.
    private readonly int Offset(JsonException exception)
    {
        var line = 0;
        for (var rest = exception.LineNumber ?? 0; rest > 0; rest--)
        {
            line = Array.IndexOf(_utf8, (byte)'\n', line) + 1;
        }

        return Characters(Math.Min(line + (exception.BytePositionInLine ?? 0), _utf8.Length));
    }

    private readonly int Characters(long bytes) => Encoding.UTF8.GetCharCount(_utf8, 0, (int)bytes);

    private readonly string Place(int offset)
    {
        var before = _text.AsSpan(0, offset);
        var (line, column) = (before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
        var quote = _text.Length <= LongestQuote
            ? $"\"{_text}\""
            : $"\"{_text[..LongestQuote]}\"[truncated {_text.Length - LongestQuote} chars]";
        return $"[Source: (String){quote}; line: {line}, column: {column}]";
    }
}
