using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Workers.Producer.Stores;

/// <summary>A row as this API reads it.</summary>
internal readonly struct Row(Dictionary<string, AttributeValue> attributes)
{
    public string? Text(string name) => attributes.GetValueOrDefault(name)?.S;

    public decimal? Number(string name) =>
        decimal.TryParse(attributes.GetValueOrDefault(name)?.N, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;   // also where somebody wrote one that is larger than any of ours

    public IEnumerable<Row> Rows(string name) =>
        (attributes.GetValueOrDefault(name)?.L ?? []).Select(value => new Row(value.M));
}
