using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions;

/// <summary>The names and values that a request gives for the placeholders of its expressions.</summary>
internal sealed class ExpressionAttributes
{
    private readonly Dictionary<string, string>? _names;
    private readonly AttributeMap? _values;
    private readonly List<Placeholders> _used = [];

    public ExpressionAttributes(Dictionary<string, string>? names, AttributeMap? values)
    {
        _names = names;
        _values = values;
        RefuseBadKeys("ExpressionAttributeNames", '#', names?.Keys);
        RefuseBadKeys("ExpressionAttributeValues", ':', values?.Names);
        RefuseBadNames(names);
    }

    public string NameOf(PathElement element) => element.IsPlaceholder ? _names![element.Name!] : element.Name!;

    public AttributeValue ValueOf(string placeholder) => _values![placeholder]!;

    /// <summary>Counts the placeholders of one more expression as used, or says which of them is not defined.</summary>
    public string? Use(Placeholders placeholders)
    {
        _used.Add(placeholders);
        foreach (var name in placeholders.Names)
        {
            if (_names?.GetValueOrDefault(name) is null)
            {
                return $"An expression attribute name used in the document path is not defined; attribute name: {name}";
            }
        }

        foreach (var value in placeholders.Values)
        {
            if (_values?[value] is null)
            {
                return $"An expression attribute value used in expression is not defined; attribute value: {value}";
            }
        }

        return null;
    }

    /// <summary>Refuses names and values that no expression of the request uses.</summary>
    /// <param name="takers">The parameters that could have used values, should the request have none of them.</param>
    public void RefuseUnused(params string[] takers)
    {
        RefuseUnused("ExpressionAttributeNames", _names?.Keys, placeholders => placeholders.Names, "");
        RefuseUnused(
            "ExpressionAttributeValues",
            _values?.Names,
            placeholders => placeholders.Values,
            $": {string.Join(" and ", takers)} {(takers.Length == 1 ? "is" : "are")} null");
    }

    private static void RefuseBadKeys(string parameter, char prefix, IEnumerable<string>? keys)
    {
        if (keys is null)
        {
            return;
        }

        var isEmpty = true;
        foreach (var key in keys)
        {
            isEmpty = false;
            if (key.Length < 2 || key[0] != prefix || key.AsSpan(1).ContainsAnyExcept(Tokenizer.WordParts))
            {
                throw DynamoDbErrors.Validation($"{parameter} contains invalid key: Syntax error; key: \"{key}\"");
            }
        }

        if (isEmpty)
        {
            throw DynamoDbErrors.Validation($"{parameter} must not be empty");
        }
    }

    private static void RefuseBadNames(Dictionary<string, string>? names)
    {
        foreach (var (placeholder, name) in names ?? [])
        {
            if (name is not null && AttributeName.FaultOf(name) is { } fault)
            {
                throw DynamoDbErrors.Validation(
                    $"ExpressionAttributeNames contains invalid value: {fault} for key {placeholder}");
            }
        }
    }

    private void RefuseUnused(
        string parameter, IEnumerable<string>? keys, Func<Placeholders, HashSet<string>> used, string absent)
    {
        if (keys is null)
        {
            return;
        }

        if (_used.Count == 0)
        {
            throw DynamoDbErrors.Validation($"{parameter} can only be specified when using expressions{absent}");
        }

        var unused = keys.Where(key => !_used.Exists(placeholders => used(placeholders).Contains(key))).ToList();
        if (unused.Count > 0)
        {
            throw DynamoDbErrors.Validation(
                $"Value provided in {parameter} unused in expressions: keys: {{{string.Join(", ", unused)}}}");
        }
    }
}
