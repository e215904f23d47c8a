using Amazon.DynamoDBv2.Model;

namespace Workers.Effects.Transactions;

/// <summary>
/// The names and values of one action's expressions. No attribute name is ever written bare: several hundred of them
/// are reserved, <c>state</c> and <c>owner</c> among them.
/// </summary>
internal sealed class Placeholders
{
    private readonly Dictionary<string, string> _byName = [];

    public Dictionary<string, string> Names { get; } = [];

    /// <summary>Null where there is none, for DynamoDB refuses an empty map.</summary>
    public Dictionary<string, AttributeValue>? Values { get; private set; }

    public string Name(string attribute)
    {
        if (!_byName.TryGetValue(attribute, out var placeholder))
        {
            placeholder = $"#n{_byName.Count}";
            _byName.Add(attribute, placeholder);
            Names.Add(placeholder, attribute);
        }

        return placeholder;
    }

    public string Value(AttributeValue value)
    {
        Values ??= [];
        var placeholder = $":v{Values.Count}";
        Values.Add(placeholder, value);
        return placeholder;
    }
}
