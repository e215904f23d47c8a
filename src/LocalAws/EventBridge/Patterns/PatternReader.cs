using System.Text;
using System.Text.Json;

namespace LocalAws.EventBridge.Patterns;

/// <summary>Reads a pattern token by token, and says where in it something is wrong.</summary>
internal ref struct PatternReader
{
    private const int LongestQuote = 500;

    private readonly byte[] _utf8;
    private Utf8JsonReader _json;
    private bool _textTaken;

    public PatternReader(string text)
    {
        _utf8 = Encoding.UTF8.GetBytes(text);
        _json = new Utf8JsonReader(_utf8, isFinalBlock: false, default);
    }

    public readonly JsonTokenType Token => _json.TokenType;

    public JsonTokenType Read()
    {
        _textTaken = false;
        try
        {
            return _json.Read() ? _json.TokenType : throw Error("Unexpected end-of-input");
        }
        catch (JsonException exception)
        {
            throw Error(exception.Message.Split(" LineNumber", 2)[0]);
        }
    }

    /// <summary>The text of a name or string.</summary>
    public string Text()
    {
        _textTaken = true;
        return _json.GetString()!;
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
    public readonly InvalidEventPatternException Error(string reason)
    {
        var offset = Token == JsonTokenType.String && !_textTaken ? _json.TokenStartIndex + 1 : _json.BytesConsumed;
        var before = Encoding.UTF8.GetString(_utf8, 0, (int)offset);
        var line = before.Count(character => character == '\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        return new InvalidEventPatternException($"{reason}\n at [Source: (String){Quote()}; line: {line}, column: {column}]");
    }

    private readonly string Quote()
    {
        var text = Encoding.UTF8.GetString(_utf8);
        return text.Length <= LongestQuote
            ? $"\"{text}\""
            : $"\"{text[..LongestQuote]}\"[truncated {text.Length - LongestQuote} chars]";
    }
}
