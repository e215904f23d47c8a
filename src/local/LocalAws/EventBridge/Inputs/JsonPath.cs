using System.Globalization;
using System.Text.Json;

namespace LocalAws.EventBridge.Inputs;

/// <summary>
/// The part of JSONPath that EventBridge takes: <c>$.detail.items[0].name</c>, <c>$['detail-type']</c>,
/// <c>$.detail.items[*].id</c>.
/// </summary>
internal sealed class JsonPath
{
    private readonly string _text;
    private readonly IReadOnlyList<JsonPathStep> _steps;

    private JsonPath(string text, IReadOnlyList<JsonPathStep> steps)
    {
        _text = text;
        _steps = steps;
    }

    /// <summary>Reads a path; null when it is none.</summary>
    public static JsonPath? TryParse(string text)
    {
        if (!text.StartsWith('$'))
        {
            return null;
        }

        List<JsonPathStep> steps = [];
        for (var rest = text[1..]; rest.Length > 0;)
        {
            var next = rest[0] == '[' ? rest.IndexOf(']') : rest.IndexOfAny(['.', '['], 1) - 1;
            var end = next < 0 ? rest.Length : next + 1;
            if (ParseStep(rest[..end]) is not { } step)
            {
                return null;
            }

            steps.Add(step);
            rest = rest[end..];
        }

        return new JsonPath(text, steps);
    }

    /// <summary>What stands there, as JSON; null when nothing does. A path with a wildcard finds an array.</summary>
    public string? Find(JsonElement root)
    {
        var found = _steps.Aggregate<JsonPathStep, IEnumerable<JsonElement>>([root], (values, step) => values.SelectMany(step.From));
        var texts = found.Select(value => value.GetRawText());
        return _steps.Any(step => step.IsWildcard) ? $"[{string.Join(',', texts)}]" : texts.FirstOrDefault();
    }

    public override string ToString() => _text;

    private static JsonPathStep? ParseStep(string text) => text switch
    {
        ".*" or "[*]" => new JsonPathStep(),
        ['.', _, ..] => new JsonPathStep(Name: text[1..]),
        ['[', '\'', _, .., '\'', ']'] => new JsonPathStep(Name: text[2..^2]),
        ['[', .. var index, ']'] when int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            new JsonPathStep(Index: number),
        _ => null,
    };
}

/// <summary>One step of a path: to a member, to an element, or, with neither, to all of them.</summary>
internal readonly record struct JsonPathStep(string? Name = null, int? Index = null)
{
    public bool IsWildcard => Name is null && Index is null;

    public IEnumerable<JsonElement> From(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when Name is not null && value.TryGetProperty(Name, out var member) => [member],
        JsonValueKind.Object when IsWildcard => value.EnumerateObject().Select(property => property.Value),
        JsonValueKind.Array when Index < value.GetArrayLength() => [value[Index.Value]],
        JsonValueKind.Array when IsWildcard => value.EnumerateArray(),
        _ => [],
    };
}
