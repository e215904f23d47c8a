using System.Buffers;
using System.Text.Json;

namespace Workers.Events.Reading.Json;

/// <summary>
/// Steps through an object that is written as EventBridge writes envelopes: its values are texts without escapes, or lists of such.
/// Where anything else comes it says no, and the caller turns to the reader that knows all of JSON, at several times the cost.
/// </summary>
internal ref struct PlainJson(ReadOnlySpan<byte> json)
{
    private static readonly SearchValues<byte> EndsPlainText = SearchValues.Create(
        [(byte)'"', (byte)'\\', .. Enumerable.Range(0, ' ').Select(control => (byte)control)]);

    private readonly ReadOnlySpan<byte> _json = json;
    private int _at;

    /// <summary>What may stand between values, names and marks.</summary>
    public static ReadOnlySpan<byte> Spaces => " \t\r\n"u8;

    /// <summary>What kind of value comes next; none where it is not one of the plain.</summary>
    public JsonTokenType Next => Peek() switch
    {
        (byte)'"' => JsonTokenType.String,
        (byte)'[' => JsonTokenType.StartArray,
        (byte)'{' => JsonTokenType.StartObject,
        _ => JsonTokenType.None,
    };

    /// <summary>Where that value begins, or the last that was taken ended.</summary>
    public readonly int At => _at;

    public bool IsAtEnd => Next is JsonTokenType.None && _at == _json.Length;

    /// <summary>Takes a mark, and spaces before it.</summary>
    public bool Take(char mark)
    {
        if (Peek() != mark)
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Takes the name of a member.</summary>
    public bool TakeName(out ReadOnlySpan<byte> name) => TakeText(out name) && Take(':');

    /// <summary>Takes a text without escapes, or a list of such.</summary>
    public bool TakeValue() => Next is JsonTokenType.StartArray ? TakeList() : TakeText(out _);

    private bool TakeList()
    {
        _at++;
        if (Take(']'))
        {
            return true;
        }

        do
        {
            if (!TakeText(out _))
            {
                return false;
            }
        }
        while (Take(','));
        return Take(']');
    }

    private bool TakeText(out ReadOnlySpan<byte> text)
    {
        text = default;
        if (!Take('"') || _json[_at..].IndexOfAny(EndsPlainText) is not (>= 0 and var length) || _json[_at + length] != '"')
        {
            return false;
        }

        text = _json.Slice(_at, length);
        _at += length + 1;
        return true;
    }

    /// <summary>What comes next, after spaces; zero at the end.</summary>
    private byte Peek()
    {
        while (_at < _json.Length)
        {
            if (_json[_at] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return _json[_at];
            }

            _at++;
        }

        return 0;
    }
}
