using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Workers.Effects.Decisions;

/// <summary>An item's attributes, read or to be written. Immutable.</summary>
public sealed class Item(IReadOnlyDictionary<string, AttributeValue> attributes)
{
    /// <summary>An item with no attributes, to start one with.</summary>
    public static Item Empty { get; } = new(new Dictionary<string, AttributeValue>());

    /// <summary>The attributes as DynamoDB holds them.</summary>
    public IReadOnlyDictionary<string, AttributeValue> Attributes { get; } = attributes;

    /// <summary>A string attribute; null where it is absent.</summary>
    public string? Text(string name) => Attributes.GetValueOrDefault(name)?.S;

    /// <summary>A number attribute; null where it is absent.</summary>
    public decimal? Number(string name) =>
        Attributes.GetValueOrDefault(name)?.N is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A time attribute, as the <c>With</c> for times writes it; null where it is absent.</summary>
    public DateTimeOffset? Time(string name) =>
        Text(name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A list of documents; empty where it is absent.</summary>
    public IReadOnlyList<Item> List(string name) =>
        [.. (Attributes.GetValueOrDefault(name)?.L ?? []).Select(value => new Item(value.M))];

    /// <summary>The same item with one more string; null adds nothing.</summary>
    public Item With(string name, string? value) => With(name, value is null ? null : Value.Of(value));

    /// <summary>The same item with one more number; null adds nothing.</summary>
    public Item With(string name, decimal? value) => With(name, value is { } number ? Value.Of(number) : null);

    /// <summary>
    /// The same item with one more time, in UTC with exactly seven decimals, so that times sort as text; null adds nothing.
    /// </summary>
    public Item With(string name, DateTimeOffset? value) => With(name, value is { } time ? Value.Of(time) : null);

    /// <summary>The same item with one more list of documents; an empty one adds nothing.</summary>
    public Item With(string name, IReadOnlyCollection<Item> items) =>
        With(name, items.Count == 0
            ? null
            : new AttributeValue { L = [.. items.Select(item => new AttributeValue { M = new(item.Attributes) })] });

    /// <summary>The same item with one more attribute; null adds nothing.</summary>
    public Item With(string name, AttributeValue? value) =>
        value is null ? this : new(new Dictionary<string, AttributeValue>(Attributes) { [name] = value });
}

/// <summary>Attribute values, written the one way that compares and sorts right in conditions.</summary>
internal static class Value
{
    private const string SevenDecimals = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static AttributeValue Of(string text) => new() { S = text };

    public static AttributeValue Of(decimal number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    /// <summary>UTC text with exactly seven decimals, so that times sort as text.</summary>
    public static AttributeValue Of(DateTimeOffset time) =>
        new() { S = time.UtcDateTime.ToString(SevenDecimals, CultureInfo.InvariantCulture) };

    /// <summary>Whether two scalars are the same; anything larger counts as different.</summary>
    public static bool AreEqual(AttributeValue? one, AttributeValue? other) =>
        ReferenceEquals(one, other)
        || (one?.S is { } text && text == other?.S)
        || (one?.N is { } number && other?.N is { } same && Number(number) == Number(same))
        || (one?.BOOL is { } flag && flag == other?.BOOL);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
