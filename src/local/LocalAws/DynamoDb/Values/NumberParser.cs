using System.Globalization;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Values;

/// <summary>Reads numbers as DynamoDB does: an optional sign, digits with an optional point, an optional exponent, nothing else.</summary>
internal ref struct NumberParser
{
    private readonly ReadOnlySpan<char> _text;
    private int _position;
    private UInt128 _coefficient;
    private int _digits;
    private int _trailingZeros;
    private long _exponent;

    private NumberParser(ReadOnlySpan<char> text) => _text = text;

    public static DynamoNumber Parse(string text) => new NumberParser(text).Parse();

    private DynamoNumber Parse()
    {
        var isNegative = ReadSign();
        var read = ReadDigits();
        if (Accept('.'))
        {
            var fraction = ReadDigits();
            read += fraction;
            _exponent -= fraction;
        }

        if (read == 0 || !ReadExponent(out var written) || _position < _text.Length)
        {
            throw NotANumber();
        }

        if (_digits == 0)
        {
            return ZeroWrittenWith(written);
        }

        return Number(isNegative, written);
    }

    private readonly DynamoNumber Number(bool isNegative, long written)
    {
        // The bounds keep absurd exponents from wrapping around before the range is checked.
        var exponent = Math.Clamp(written, int.MinValue, int.MaxValue) + _exponent + _trailingZeros;
        if (_digits <= DynamoNumber.MaxDigits)
        {
            return DynamoNumber.Of(isNegative, _coefficient, exponent);
        }

        throw (exponent + _digits - 1) switch
        {
            > DynamoNumber.MaxMagnitude => DynamoNumber.Overflow(),
            < DynamoNumber.MinMagnitude => DynamoNumber.Underflow(),
            _ => DynamoDbErrors.Validation("Attempting to store more than 38 significant digits in a Number"),
        };
    }

    private static DynamoNumber ZeroWrittenWith(long exponent) => exponent switch
    {
        > DynamoNumber.MaxMagnitude => throw DynamoNumber.Overflow(),
        < DynamoNumber.MinMagnitude => throw DynamoNumber.Underflow(),
        _ => DynamoNumber.Zero,
    };

    private bool ReadSign()
    {
        var isNegative = Accept('-');
        if (!isNegative)
        {
            Accept('+');
        }

        return isNegative;
    }

    /// <summary>Reads digits into the coefficient, holding back zeros until a digit follows them.</summary>
    private int ReadDigits()
    {
        var start = _position;
        for (; _position < _text.Length && char.IsAsciiDigit(_text[_position]); _position++)
        {
            var digit = _text[_position] - '0';
            if (digit == 0)
            {
                _trailingZeros += _digits == 0 ? 0 : 1;
                continue;
            }

            _digits += _trailingZeros + 1;
            if (_digits <= DynamoNumber.MaxDigits)
            {
                for (; _trailingZeros > 0; _trailingZeros--)
                {
                    _coefficient *= 10;
                }

                _coefficient = (_coefficient * 10) + (UInt128)digit;
            }

            _trailingZeros = 0;
        }

        return _position - start;
    }

    private bool ReadExponent(out long exponent)
    {
        exponent = 0;
        if (!Accept('e') && !Accept('E'))
        {
            return true;
        }

        var rest = _text[_position..];
        _position = _text.Length;
        return long.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
    }

    private bool Accept(char expected)
    {
        if (_position >= _text.Length || _text[_position] != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    private readonly AwsException NotANumber() => DynamoDbErrors.Validation(_text.IsEmpty
        ? "The parameter cannot be converted to a numeric value"
        : $"The parameter cannot be converted to a numeric value: {_text}");
}
