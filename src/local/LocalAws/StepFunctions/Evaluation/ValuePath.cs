using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Evaluation;

/// <summary>A path into the data (<c>$.a</c>), the context object (<c>$$.a</c>) or a variable (<c>$a.b</c>); or no path at all.</summary>
internal sealed class ValuePath
{
    /// <summary>Everything there is.</summary>
    public static readonly ValuePath Whole = Parse("$");

    /// <summary>What <c>null</c> stands for where a path may stand: an empty object.</summary>
    public static readonly ValuePath Nothing = new("null", null, null, isContext: false);

    private readonly JsonPath? _path;
    private readonly bool _isContext;

    private ValuePath(string text, JsonPath? path, string? variable, bool isContext) =>
        (Text, _path, Variable, _isContext) = (text, path, variable, isContext);

    /// <summary>As the definition has it.</summary>
    public string Text { get; }

    /// <summary>The variable that it begins at; null when it begins elsewhere.</summary>
    public string? Variable { get; }

    /// <exception cref="FormatException">The text is no path; the message says why.</exception>
    public static ValuePath Parse(string text)
    {
        if (text.StartsWith("$$", StringComparison.Ordinal))
        {
            return new ValuePath(text, JsonPath.Parse(text[1..]), null, isContext: true);
        }

        if (text.Length < 2 || text[0] != '$' || !(char.IsLetter(text[1]) || text[1] == '_'))
        {
            return new ValuePath(text, JsonPath.Parse(text), null, isContext: false);
        }

        var end = 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return new ValuePath(text, JsonPath.Parse("$" + text[end..]), text[1..end], isContext: false);
    }

    /// <summary>The value; false when there is none.</summary>
    public bool TryRead(Scope scope, out JsonNode? value)
    {
        if (_path is null)
        {
            value = new JsonObject();
            return true;
        }

        value = null;
        return TryFindRoot(scope, out var root) && _path.TrySelect(root, out value);
    }

    /// <exception cref="EvaluationException">There is no such value.</exception>
    public JsonNode? Read(Scope scope)
    {
        if (TryRead(scope, out var value))
        {
            return value;
        }

        throw EvaluationException.Runtime(
            TryFindRoot(scope, out var root)
                ? $"Invalid path '{Text}' : {_path!.Explain(root)}"
                : $"Invalid path '{Text}' : The variable '{Variable}' is not assigned");
    }

    private bool TryFindRoot(Scope scope, out JsonNode? root)
    {
        root = _isContext ? scope.Context : scope.Data;
        return Variable is null || scope.Variables.TryGetValue(Variable, out root);
    }
}
