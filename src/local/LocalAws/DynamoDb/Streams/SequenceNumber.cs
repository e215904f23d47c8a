using System.Globalization;

namespace LocalAws.DynamoDb.Streams;

/// <summary>Numbers of records as clients see them: texts of 21 digits, whose order is that of the records.</summary>
internal static class SequenceNumber
{
    private const int Digits = 20;

    public static string Format(long number) => "1" + number.ToString($"D{Digits}", CultureInfo.InvariantCulture);

    /// <summary>The number; null for a text that is none.</summary>
    public static long? Parse(string text) =>
        text.Length == Digits + 1 && text[0] == '1'
        && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
