using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Workers.Effects.Decisions;

/// <summary>An item's attributes, read or to be written. Attributes that are null are not written.</summary>
public sealed class Item(IReadOnlyDictionary<string, AttributeValue> attributes)
{
    /// <summary>The attributes as DynamoDB holds them.</summary>
    public IReadOnlyDictionary<string, AttributeValue> Attributes { get; } = attributes;

    /// <summary>A string attribute; null where it is absent.</summary>
    public string? Text(string name) => Attributes.GetValueOrDefault(name)?.S;

    /// <summary>A number attribute; null where it is absent.</summary>
    public decimal? Number(string name) =>
        Attributes.GetValueOrDefault(name)?.N is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
}
