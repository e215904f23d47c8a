using System.Text.Json;

namespace Workers.Events;

/// <summary>
/// How a time is written: RFC 3339, with a date, a time of day to the second and an offset, in either case of <c>T</c> and <c>Z</c>. The
/// offset may be left out, as languages do that print local times without one: it is UTC then, whatever this machine's zone.
/// </summary>
public static class TimeGrammar
{
    /// <summary>The grammar as a regular expression of JSON Schema. That the day is in the calendar comes on top.</summary>
    public const string Pattern =
        @"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?"
        + @"([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?$";

    internal const string Expected = "a time in ISO 8601 to the second, such as 2026-01-15T10:00:00Z";

    private const int LongestText = 35;
    private const int MostDecimals = 9;
    private const int SecondsLength = 19;
    private const int OffsetLength = 6;

    /// <summary>Reads a text of JSON; what is finer than 100 nanoseconds is cut off.</summary>
    internal static bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset utc)
    {
        utc = default;
        if (reader.TokenType is not JsonTokenType.String || reader.ValueSpan.Length > LongestText * OffsetLength)   // \u0030 is six
        {
            return false;
        }

        Span<char> text = stackalloc char[LongestText * OffsetLength];
        try
        {
            return TryParse(text[..reader.CopyString(text)], out utc);
        }
        catch (InvalidOperationException)
        {
            return false;   // half of a surrogate pair, escaped
        }
    }

    private static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset utc)
    {
        utc = default;
        if (text.Length < SecondsLength
            || (text[4], text[7], text[13], text[16]) is not ('-', '-', ':', ':')
            || text[10] is not ('T' or 't')
            || !TryDigits(text[..4], 9999, out var year) || !TryDigits(text[5..7], 12, out var month) || !TryDigits(text[8..10], 31, out var day)
            || !TryDigits(text[11..13], 23, out var hour) || !TryDigits(text[14..16], 59, out var minute) || !TryDigits(text[17..19], 59, out var second)
            || year == 0 || month == 0 || day == 0 || day > DateTime.DaysInMonth(year, month)
            || !TryFraction(text[SecondsLength..], out var fraction, out var rest)
            || !TryOffset(rest, out var offset))
        {
            return false;
        }

        var ticks = new DateTime(year, month, day, hour, minute, second).Ticks + fraction - offset;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        utc = new(ticks, TimeSpan.Zero);
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<char> text, out long ticks, out ReadOnlySpan<char> rest)
    {
        ticks = 0;
        rest = text;
        if (text is not ['.', ..])
        {
            return true;
        }

        var length = text[1..].IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length - 1;
        var unit = TimeSpan.TicksPerSecond;
        foreach (var digit in text.Slice(1, length))
        {
            ticks += (digit - '0') * (unit /= 10);
        }

        rest = text[(1 + length)..];
        return length is >= 1 and <= MostDecimals;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text is [] or ['Z' or 'z'])
        {
            return true;
        }

        if (text is not ['+' or '-', _, _, ':', _, _] || !TryDigits(text[1..3], 23, out var hours) || !TryDigits(text[4..], 59, out var minutes))
        {
            return false;
        }

        ticks = ((hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute)) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> digits, int most, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return number <= most;
    }
}
