using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Evaluation;

/// <summary>
/// A payload template: JSON in which a field whose name ends in <c>.$</c> gets the value of its expression, under its name
/// without that end.
/// </summary>
internal sealed class Template
{
    private const string Dynamic = ".$";

    private readonly ITemplateNode _root;

    private Template(JsonNode? source, ITemplateNode root) => (Source, _root) = (source, root);

    private interface ITemplateNode
    {
        JsonNode? Evaluate(Scope scope);
    }

    /// <summary>As the definition has it.</summary>
    public JsonNode? Source { get; }

    /// <summary>The variables that it reads.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <param name="source">The template.</param>
    /// <param name="location">Where it stands, as <c>/States/A/Parameters</c>.</param>
    /// <param name="report">Told what is wrong with it, and where.</param>
    public static Template Compile(JsonNode? source, string location, Action<string, string> report)
    {
        List<string> variables = [];
        var root = CompileNode(source, location, report, variables);
        return new Template(source, root) { Variables = [.. variables.Distinct()] };
    }

    /// <exception cref="EvaluationException">A field cannot be computed.</exception>
    public JsonNode? Evaluate(Scope scope) => _root.Evaluate(scope);

    private static ITemplateNode CompileNode(JsonNode? source, string location, Action<string, string> report, List<string> variables)
    {
        switch (source)
        {
            case JsonArray elements:
                return new Elements([.. elements.Select((element, i) => CompileNode(element, $"{location}[{i}]", report, variables))]);
            case JsonObject members:
                var fields = new Dictionary<string, ITemplateNode>();
                foreach (var (name, value) in members)
                {
                    var target = name.EndsWith(Dynamic, StringComparison.Ordinal) ? name[..^Dynamic.Length] : name;
                    var compiled = target == name
                        ? CompileNode(value, $"{location}/{name}", report, variables)
                        : CompileField(name, value, location, report, variables);
                    if (!fields.TryAdd(target, compiled))
                    {
                        report($"The field '{target}' is given twice, with and without '.$'", location);
                    }
                }

                return new Members(fields);
            default:
                return new Constant(source);
        }
    }

    private static ITemplateNode CompileField(
        string name, JsonNode? value, string location, Action<string, string> report, List<string> variables)
    {
        if (JsonText.String(value) is not { } text)
        {
            report(
                $"The value for the field '{name}' must be a STRING that contains a JSONPath, a Context Object path "
                    + "or an intrinsic function",
                location);
            return new Constant(value);
        }

        try
        {
            var expression = Expressions.Parse(text);
            variables.AddRange(expression.Variables);
            return new Field(name, expression);
        }
        catch (FormatException)
        {
            report($"The value for the field '{name}' must be a valid JSONPath or a valid intrinsic function call", location);
            return new Constant(value);
        }
    }

    private sealed record Constant(JsonNode? Value) : ITemplateNode
    {
        public JsonNode? Evaluate(Scope scope) => Value?.DeepClone();
    }

    private sealed record Field(string Name, IExpression Expression) : ITemplateNode
    {
        public JsonNode? Evaluate(Scope scope) => Expression.Evaluate(scope, Name)?.DeepClone();
    }

    private sealed record Elements(IReadOnlyList<ITemplateNode> Nodes) : ITemplateNode
    {
        public JsonNode? Evaluate(Scope scope) => new JsonArray([.. Nodes.Select(node => node.Evaluate(scope))]);
    }

    private sealed record Members(IReadOnlyDictionary<string, ITemplateNode> Nodes) : ITemplateNode
    {
        public JsonNode? Evaluate(Scope scope) =>
            new JsonObject(Nodes.Select(node => KeyValuePair.Create(node.Key, node.Value.Evaluate(scope))));
    }
}
