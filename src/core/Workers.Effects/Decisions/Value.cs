using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Workers.Effects.Decisions;

/// <summary>Attribute values, written the one way that compares and sorts right in conditions.</summary>
internal static class Value
{
    private const string SevenDecimals = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static AttributeValue Of(string text) => new() { S = text };

    public static AttributeValue Of(decimal number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    /// <summary>UTC text with exactly seven decimals, so that times sort as text.</summary>
    public static AttributeValue Of(DateTimeOffset time) =>
        new() { S = time.UtcDateTime.ToString(SevenDecimals, CultureInfo.InvariantCulture) };
}
