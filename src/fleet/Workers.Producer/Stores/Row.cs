using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Workers.Producer.Stores;

/// <summary>A row as this API reads it.</summary>
internal readonly struct Row(Dictionary<string, AttributeValue> attributes)
{
    public string? Text(string name) => attributes.GetValueOrDefault(name)?.S;

    public decimal? Number(string name) =>
        attributes.GetValueOrDefault(name)?.N is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public IEnumerable<Row> Rows(string name) =>
        (attributes.GetValueOrDefault(name)?.L ?? []).Select(value => new Row(value.M));
}
