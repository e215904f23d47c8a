using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Key = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Benchmarks.Saga.Textbook;

/// <summary>DynamoDB requests as they are written by hand.</summary>
internal static class TextbookCalls
{
    public static Key KeyOf(string name, string value) => new() { [name] = new(value) };

    public static Key KeyOf(string name, string value, string sortName, string sortValue) =>
        new() { [name] = new(value), [sortName] = new(sortValue) };

    public static AttributeValue Number(decimal number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    public static GetItemRequest Get(string table, Key key) => new(table, key) { ConsistentRead = true };

    public static PutItemRequest Put(string table, Key key, params IEnumerable<(string Name, string Text)> attributes) =>
        new(table, attributes.Aggregate(new Key(key), (item, attribute) =>
        {
            item[attribute.Name] = new(attribute.Text);
            return item;
        }));

    public static UpdateItemRequest Add(string table, Key key, params IReadOnlyList<(string Name, decimal Number)> numbers) => new()
    {
        TableName = table,
        Key = key,
        UpdateExpression = "ADD " + string.Join(", ", numbers.Index().Select(number => $"#n{number.Index} :n{number.Index}")),
        ExpressionAttributeNames = numbers.Index().ToDictionary(number => $"#n{number.Index}", number => number.Item.Name),
        ExpressionAttributeValues = numbers.Index().ToDictionary(number => $":n{number.Index}", number => Number(number.Item.Number)),
    };
}
