using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LocalAws.StepFunctions.Paths;

/// <summary>A condition on an element: what stands in <c>[?(…)]</c>.</summary>
internal interface IFilter
{
    /// <summary>Whether it holds for the element.</summary>
    bool Holds(JsonNode? element, JsonNode? root);
}

/// <summary>A side of a comparison: a path from the element or from the root, or a constant.</summary>
internal sealed record FilterOperand(JsonPath? Path, bool IsFromRoot, JsonNode? Constant)
{
    /// <summary>The value; false when the path leads nowhere.</summary>
    public bool TryRead(JsonNode? element, JsonNode? root, out JsonNode? value)
    {
        value = Constant;
        return Path is null || Path.TrySelect(IsFromRoot ? root : element, root, out value);
    }
}

/// <summary>That a path leads somewhere: <c>@.isbn</c>.</summary>
internal sealed record ExistsFilter(FilterOperand Operand) : IFilter
{
    public bool Holds(JsonNode? element, JsonNode? root) => Operand.TryRead(element, root, out var value)
        && (Operand.Path is null || Operand.Path.IsDefinite || value is JsonArray { Count: > 0 });
}

/// <summary>All of several conditions.</summary>
internal sealed record AllFilter(IReadOnlyList<IFilter> Filters) : IFilter
{
    public bool Holds(JsonNode? element, JsonNode? root) => Filters.All(filter => filter.Holds(element, root));
}

/// <summary>One of several conditions.</summary>
internal sealed record AnyFilter(IReadOnlyList<IFilter> Filters) : IFilter
{
    public bool Holds(JsonNode? element, JsonNode? root) => Filters.Any(filter => filter.Holds(element, root));
}

/// <summary>The opposite of a condition.</summary>
internal sealed record NoFilter(IFilter Filter) : IFilter
{
    public bool Holds(JsonNode? element, JsonNode? root) => !Filter.Holds(element, root);
}

/// <summary>A text that matches a regular expression: <c>@.name =~ /a.*/i</c>.</summary>
internal sealed record RegexFilter(FilterOperand Left, Regex Pattern) : IFilter
{
    public bool Holds(JsonNode? element, JsonNode? root) =>
        Left.TryRead(element, root, out var value) && JsonText.String(value) is { } text && Pattern.Match(text).Length == text.Length;
}

/// <summary>A comparison of two operands.</summary>
internal sealed record ComparisonFilter(FilterOperand Left, string Operator, FilterOperand Right) : IFilter
{
    /// <summary>The operators, those that begin another after it.</summary>
    public static readonly IReadOnlyList<string> Operators =
        ["==", "!=", "<=", ">=", "<", ">", "nin", "in", "subsetof", "anyof", "noneof", "contains", "size", "empty"];

    public bool Holds(JsonNode? element, JsonNode? root)
    {
        var isThere = Left.TryRead(element, root, out var left) & Right.TryRead(element, root, out var right);
        if (!isThere)
        {
            return Operator == "!=";
        }

        return Operator switch
        {
            "==" => JsonNumbers.AreEqual(left, right),
            "!=" => !JsonNumbers.AreEqual(left, right),
            "<" => Compare(left, right) < 0,
            "<=" => Compare(left, right) <= 0,
            ">" => Compare(left, right) > 0,
            ">=" => Compare(left, right) >= 0,
            "in" => Has(right, left),
            "nin" => !Has(right, left),
            "contains" => Has(left, right) || HasPart(left, right),
            "subsetof" => left is JsonArray part && part.All(one => Has(right, one)),
            "anyof" => left is JsonArray some && some.Any(one => Has(right, one)),
            "noneof" => left is JsonArray none && !none.Any(one => Has(right, one)),
            "size" => Size(left) is { } size && size == JsonNumbers.ReadWhole(right),
            _ => Size(left) is { } count && count == 0 == (JsonText.Kind(right) == JsonValueKind.True),
        };
    }

    private static bool Has(JsonNode? list, JsonNode? value) =>
        list is JsonArray elements && elements.Any(element => JsonNumbers.AreEqual(element, value));

    private static bool HasPart(JsonNode? text, JsonNode? part) => JsonText.String(text) is { } whole
        && JsonText.String(part) is { } wanted
        && whole.Contains(wanted, StringComparison.Ordinal);

    private static int? Size(JsonNode? value) => value switch
    {
        JsonArray elements => elements.Count,
        _ => JsonText.String(value)?.Length,
    };

    private static int? Compare(JsonNode? left, JsonNode? right) =>
        JsonText.String(left) is { } one && JsonText.String(right) is { } other
            ? string.CompareOrdinal(one, other)
            : JsonNumbers.Compare(left, right);
}
