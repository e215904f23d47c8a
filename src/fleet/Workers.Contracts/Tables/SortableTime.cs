using System.Globalization;

namespace Workers.Contracts.Tables;

/// <summary>A time as the text of an attribute: UTC with exactly seven decimals, so that times sort as text.</summary>
public static class SortableTime
{
    private const string SevenDecimals = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>The text, for example <c>2026-01-15T10:05:30.0000000Z</c>.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(SevenDecimals, CultureInfo.InvariantCulture);
}
