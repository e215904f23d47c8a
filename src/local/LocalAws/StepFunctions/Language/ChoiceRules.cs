using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Language;

/// <summary>A condition of a Choice state.</summary>
internal interface IChoiceRule
{
    /// <exception cref="EvaluationException">It names something that is not there.</exception>
    bool Matches(Scope scope);
}

/// <summary>All of several conditions: <c>And</c>.</summary>
internal sealed record AllRules(IReadOnlyList<IChoiceRule> Rules) : IChoiceRule
{
    public bool Matches(Scope scope) => Rules.All(rule => rule.Matches(scope));
}

/// <summary>One of several conditions: <c>Or</c>.</summary>
internal sealed record AnyRule(IReadOnlyList<IChoiceRule> Rules) : IChoiceRule
{
    public bool Matches(Scope scope) => Rules.Any(rule => rule.Matches(scope));
}

/// <summary>The opposite of a condition: <c>Not</c>.</summary>
internal sealed record NotRule(IChoiceRule Rule) : IChoiceRule
{
    public bool Matches(Scope scope) => !Rule.Matches(scope);
}

/// <summary>That there is a value, or is none: <c>IsPresent</c>.</summary>
internal sealed record PresenceRule(ValuePath Variable, bool IsWanted) : IChoiceRule
{
    public bool Matches(Scope scope) => Variable.TryRead(scope, out _) == IsWanted;
}

/// <summary>
/// That a value is of a kind, or is not: <c>IsNull</c>, <c>IsString</c>, <c>IsNumeric</c>, <c>IsBoolean</c>, <c>IsTimestamp</c>.
/// </summary>
internal sealed record KindRule(ValuePath Variable, string Kind, bool IsWanted) : IChoiceRule
{
    /// <summary>The kinds there are.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["IsNull", "IsString", "IsNumeric", "IsBoolean", "IsTimestamp"];

    public bool Matches(Scope scope)
    {
        var value = ComparisonRule.Read(Variable, scope);
        var kind = JsonText.Kind(value);
        return IsWanted == Kind switch
        {
            "IsNull" => kind == JsonValueKind.Null,
            "IsString" => kind == JsonValueKind.String,
            "IsNumeric" => kind == JsonValueKind.Number,
            "IsBoolean" => kind is JsonValueKind.True or JsonValueKind.False,
            _ => Timestamp.TryParse(JsonText.String(value), out _),
        };
    }
}

/// <summary>A comparison of a value with a constant or with another value: <c>NumericLessThan</c>, <c>StringEqualsPath</c>, …</summary>
internal sealed record ComparisonRule(ValuePath Variable, ComparisonOperator Operator, JsonNode? Constant, ValuePath? Other) : IChoiceRule
{
    public bool Matches(Scope scope) => Operator.Holds(Read(Variable, scope), Other is null ? Constant : Read(Other, scope));

    internal static JsonNode? Read(ValuePath path, Scope scope) => path.TryRead(scope, out var value)
        ? value
        : throw EvaluationException.Runtime(
            $"Invalid path '{path.Text}': The choice state's condition path references an invalid value.");
}

/// <summary>How two values are compared; values of another kind compare as false.</summary>
/// <param name="Kind"><c>String</c>, <c>Numeric</c>, <c>Boolean</c> or <c>Timestamp</c>.</param>
/// <param name="Relation">
/// <c>Equals</c>, <c>LessThan</c>, <c>GreaterThan</c>, <c>LessThanEquals</c>, <c>GreaterThanEquals</c>, <c>Matches</c>.
/// </param>
internal sealed record ComparisonOperator(string Kind, string Relation)
{
    private const string PathEnd = "Path";

    /// <summary>The operator of a field's name, and whether its operand is a path; null when the field is no comparison.</summary>
    public static (ComparisonOperator Operator, bool IsPath)? Find(string field)
    {
        if (field == "StringMatches")
        {
            return (new ComparisonOperator("String", "Matches"), false);
        }

        var isPath = field.EndsWith(PathEnd, StringComparison.Ordinal);
        var name = isPath ? field[..^PathEnd.Length] : field;
        var kind = Array.Find(["String", "Numeric", "Boolean", "Timestamp"], one => name.StartsWith(one, StringComparison.Ordinal));
        return (kind, kind is null ? "" : name[kind.Length..]) switch
        {
            (null, _) => null,
            (_, "Equals") => (new ComparisonOperator(kind, "Equals"), isPath),
            ("Boolean", _) => null,
            (_, "LessThan" or "GreaterThan" or "LessThanEquals" or "GreaterThanEquals") =>
                (new ComparisonOperator(kind, name[kind.Length..]), isPath),
            _ => null,
        };
    }

    /// <summary>Whether a constant can be its operand.</summary>
    public bool Takes(JsonNode? constant) => Kind switch
    {
        "String" => JsonText.Kind(constant) == JsonValueKind.String,
        "Numeric" => JsonText.Kind(constant) == JsonValueKind.Number,
        "Boolean" => JsonText.Kind(constant) is JsonValueKind.True or JsonValueKind.False,
        _ => Timestamp.TryParse(JsonText.String(constant), out _),
    };

    public bool Holds(JsonNode? left, JsonNode? right) => Relation == "Matches"
        ? JsonText.String(left) is { } text && JsonText.String(right) is { } pattern && Wildcards.Match(text, pattern)
        : (Compare(left, right), Relation) switch
        {
            (null, _) => false,
            (int order, "Equals") => order == 0,
            (int order, "LessThan") => order < 0,
            (int order, "GreaterThan") => order > 0,
            (int order, "LessThanEquals") => order <= 0,
            (int order, _) => order >= 0,
        };

    private int? Compare(JsonNode? left, JsonNode? right) => Kind switch
    {
        "String" => JsonText.String(left) is { } one && JsonText.String(right) is { } other ? string.CompareOrdinal(one, other) : null,
        "Numeric" => JsonNumbers.Compare(left, right),
        "Boolean" => Takes(left) && Takes(right) ? JsonText.Kind(left).CompareTo(JsonText.Kind(right)) : null,
        _ => Timestamp.TryParse(JsonText.String(left), out var earlier) && Timestamp.TryParse(JsonText.String(right), out var later)
            ? earlier.CompareTo(later)
            : null,
    };
}

/// <summary>Times as states write them: RFC 3339 with an upper-case T and an offset or Z.</summary>
internal static class Timestamp
{
    public static bool TryParse(string? text, out DateTimeOffset time)
    {
        time = default;
        return text is { Length: >= 20 } && text[10] == 'T' && char.IsAsciiDigit(text[0]) && (text[^1] == 'Z' || text[^6] is '+' or '-')
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    /// <summary>As the context object shows them: with milliseconds, in UTC.</summary>
    public static string Write(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>The patterns of <c>StringMatches</c>: a star stands for any text, a backslash takes its meaning away.</summary>
internal static class Wildcards
{
    public static bool Match(string text, string pattern)
    {
        List<char?> parts = [];
        for (var i = 0; i < pattern.Length; i++)
        {
            var isEscaped = pattern[i] == '\\' && i + 1 < pattern.Length && pattern[i + 1] is '*' or '\\';
            parts.Add(isEscaped ? pattern[++i] : pattern[i] == '*' ? null : pattern[i]);
        }

        // Where the last star began, and how much of the text it has taken: what follows it is tried again from one further.
        var (at, part, star, taken) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (part < parts.Count && parts[part] == text[at])
            {
                (at, part) = (at + 1, part + 1);
            }
            else if (part < parts.Count && parts[part] is null)
            {
                (star, taken, part) = (part, at, part + 1);
            }
            else if (star >= 0)
            {
                (part, at) = (star + 1, ++taken);
            }
            else
            {
                return false;
            }
        }

        return parts.Skip(part).All(one => one is null);
    }
}
