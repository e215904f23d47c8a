using System.Globalization;
using System.Text.Json;

namespace Workers.Events;

/// <summary>
/// Reads a number of JSON by its value and not by its spelling: <c>2.0</c> and <c>2e0</c> are 2. What a decimal cannot hold exactly is not
/// read, where .NET would round it: <c>1e-30</c> to nothing.
/// </summary>
internal static class ExactNumber
{
    private const int MostDigits = 28;

    /// <summary>Whether the token is a number of at most 28 digits.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out decimal value)
    {
        value = 0;
        if (reader.TokenType is not JsonTokenType.Number)
        {
            return false;
        }

        var json = reader.ValueSpan;
        return json.Length <= MostDigits && !json.ContainsAny("eE"u8) ? reader.TryGetDecimal(out value) : TryReadLong(json, out value);
    }

    private static bool TryReadLong(ReadOnlySpan<byte> json, out decimal value)
    {
        value = 0;
        var mark = json.IndexOfAny("eE"u8);
        var mantissa = (mark < 0 ? json : json[..mark]).TrimStart("-"u8);
        var point = mantissa.IndexOf((byte)'.');
        var fraction = point < 0 ? [] : mantissa[(point + 1)..];
        byte[] all = [.. point < 0 ? mantissa : mantissa[..point], .. fraction];
        var withoutTail = all.AsSpan().TrimEnd("0"u8);
        var digits = withoutTail.TrimStart("0"u8);
        if (digits.IsEmpty)
        {
            return true;   // zero, whatever its exponent
        }

        var exponent = 0;
        if (mark >= 0 && !int.TryParse(json[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return false;
        }

        var scale = (long)fraction.Length - (all.Length - withoutTail.Length) - exponent;
        if (digits.Length > MostDigits || scale > MostDigits || digits.Length - Math.Min(scale, 0) > MostDigits)
        {
            return false;
        }

        value = Scaled(digits, (int)scale, json[0] == '-');
        return true;
    }

    private static decimal Scaled(ReadOnlySpan<byte> digits, int scale, bool isNegative)
    {
        var whole = decimal.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        for (; scale < 0; scale++)
        {
            whole *= 10;
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(whole, bits);
        return new(bits[0], bits[1], bits[2], isNegative, (byte)scale);
    }
}
