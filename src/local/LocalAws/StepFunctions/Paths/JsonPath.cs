using System.Text.Json.Nodes;

namespace LocalAws.StepFunctions.Paths;

/// <summary>
/// A JSONPath as Step Functions takes it: members, elements, wildcards, slices, unions, filters, descents and <c>length()</c>.
/// </summary>
internal sealed class JsonPath
{
    private readonly IReadOnlyList<IPathStep> _steps;

    public JsonPath(IReadOnlyList<IPathStep> steps)
    {
        _steps = steps;
        IsDefinite = steps.All(step => step.IsDefinite);
    }

    /// <summary>Whether it leads to one place at most; otherwise it selects a list.</summary>
    public bool IsDefinite { get; }

    /// <summary>The steps from the root.</summary>
    public IReadOnlyList<IPathStep> Steps => _steps;

    /// <exception cref="FormatException">The text is no path; the message says why.</exception>
    public static JsonPath Parse(string text) => new JsonPathParser(text).ParseWhole();

    /// <summary>The value, or the list of values of a path that is not definite; false when a definite path leads nowhere.</summary>
    public bool TrySelect(JsonNode? root, out JsonNode? value) => TrySelect(root, root, out value);

    /// <summary>The same, where the path begins below the root: a filter's <c>@</c>.</summary>
    public bool TrySelect(JsonNode? start, JsonNode? root, out JsonNode? value)
    {
        IEnumerable<JsonNode?> values = [start];
        foreach (var step in _steps)
        {
            values = values.SelectMany(one => step.Select(one, root));
        }

        if (!IsDefinite)
        {
            value = new JsonArray([.. values.Select(one => one?.DeepClone())]);
            return true;
        }

        var found = values.ToList();
        value = found.Count == 0 ? null : found[0];
        return found.Count > 0;
    }

    /// <summary>Why a definite path leads nowhere, as AWS words it.</summary>
    public string Explain(JsonNode? root)
    {
        var (value, walked) = (root, "$");
        for (var place = 0; place < _steps.Count; place++)
        {
            var found = _steps[place].Select(value, root).ToList();
            if (found.Count == 0)
            {
                var missing = $"{walked}{_steps[place]}";
                return place == _steps.Count - 1 ? $"No results for path: {missing}" : $"Missing property in path {missing}";
            }

            (value, walked) = (found[0], walked + _steps[place]);
        }

        return "";
    }
}
