using System.Text.Json;

namespace LocalAws.Patterns;

/// <summary>
/// Reads the objects of a pattern down to the fields' conditions. Each <c>$or</c> multiplies the alternatives, so that what is
/// left in each is a plain "all of these fields".
/// </summary>
internal static class PatternParser
{
    private const int MaxAlternatives = 1000;

    // A field of one of these names below $or would more likely be a mistake; these are all that AWS reserves.
    private static readonly HashSet<string> Reserved =
    [
        "exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard", "numeric", "cidr",
        "=", "<", "<=", ">", ">=", "regex", "not-wildcard", "not-equals-ignore-case", "date-after", "date-on-or-after",
        "date-before", "date-on-or-before", "in-date-range", "ip-address-in-range", "ip-address-not-in-range",
    ];

    public static PatternNode[] Parse(string text, PatternDialect dialect)
    {
        var reader = new PatternReader(text, dialect);
        if (reader.Read() != JsonTokenType.StartObject)
        {
            throw reader.Error("Filter is not an object");
        }

        var alternatives = ParseObject(ref reader, path: "", [[]], insideOr: false);
        return [.. alternatives.Select(PatternNode.Of)];
    }

    private static List<Dictionary<string, FieldCondition>> ParseObject(
        ref PatternReader reader, string path, List<Dictionary<string, FieldCondition>> alternatives, bool insideOr)
    {
        var isEmpty = true;
        while (reader.Read() == JsonTokenType.PropertyName)
        {
            isEmpty = false;
            var name = reader.Text();
            if (name == "$or")
            {
                alternatives = ParseOr(ref reader, path, alternatives);
                continue;
            }

            if (insideOr && Reserved.Contains(name))
            {
                throw reader.Error($"{name} is Ruler reserved fieldName which cannot be used inside $or.");
            }

            alternatives = ParseField(ref reader, name, path, alternatives, insideOr);
        }

        return isEmpty ? throw reader.Error("Empty objects are not allowed") : alternatives;
    }

    private static List<Dictionary<string, FieldCondition>> ParseField(
        ref PatternReader reader,
        string name,
        string path,
        List<Dictionary<string, FieldCondition>> alternatives,
        bool insideOr)
    {
        var field = path.Length == 0 ? name : $"{path}.{name}";
        switch (reader.Read())
        {
            case JsonTokenType.StartObject:
                return ParseObject(ref reader, field, alternatives, insideOr);
            case JsonTokenType.StartArray:
                var condition = ConditionParser.Parse(ref reader);
                alternatives.ForEach(alternative => alternative[field] = condition);
                return alternatives;
            default:
                throw reader.Error($"\"{name}\" must be an object or an array");
        }
    }

    private static List<Dictionary<string, FieldCondition>> ParseOr(
        ref PatternReader reader, string path, List<Dictionary<string, FieldCondition>> alternatives)
    {
        if (reader.Read() != JsonTokenType.StartArray)
        {
            throw reader.Error("It must be an Array followed with $or.");
        }

        List<Dictionary<string, FieldCondition>> multiplied = [];
        var objects = 0;
        while (reader.Read() != JsonTokenType.EndArray)
        {
            if (reader.Token != JsonTokenType.StartObject)
            {
                throw reader.Error("Only JSON object is allowed in array of $or relationship.");
            }

            objects++;
            var copies = alternatives.ConvertAll(fields => new Dictionary<string, FieldCondition>(fields));
            multiplied.AddRange(ParseObject(ref reader, path, copies, insideOr: true));
            if (multiplied.Count > MaxAlternatives)
            {
                throw reader.Error($"The combinations of $or are more than {MaxAlternatives}.");
            }
        }

        return objects < 2 ? throw reader.Error("There must have at least 2 Objects in $or relationship.") : multiplied;
    }
}
