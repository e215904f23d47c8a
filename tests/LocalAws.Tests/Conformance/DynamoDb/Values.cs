using Amazon.DynamoDBv2.Model;

namespace LocalAws.Tests.Conformance.DynamoDb;

/// <summary>Attribute values in fewer words.</summary>
internal static class Values
{
    public static AttributeValue S(string value) => new() { S = value };

    public static AttributeValue N(string value) => new() { N = value };

    public static AttributeValue Strings(params string[] members) => new() { SS = [.. members] };

    public static AttributeValue List(params AttributeValue[] elements) => new() { L = [.. elements] };

    public static AttributeValue Map(string name, AttributeValue value) => new() { M = new() { [name] = value } };

    /// <summary>The key of an item.</summary>
    public static Dictionary<string, AttributeValue> Key(string partition, int sort = 0) =>
        new() { ["pk"] = S(partition), ["sk"] = N(sort.ToString(System.Globalization.CultureInfo.InvariantCulture)) };

    /// <summary>The key with one more attribute.</summary>
    public static Dictionary<string, AttributeValue> Item(string partition, string name, AttributeValue value) =>
        new(Key(partition)) { [name] = value };
}
