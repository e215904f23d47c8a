using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Intrinsics;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Evaluation;

/// <summary>What computes a value: the right side of a field whose name ends in <c>.$</c>.</summary>
internal interface IExpression
{
    /// <summary>As the definition has it.</summary>
    string Text { get; }

    /// <summary>The variables that it reads.</summary>
    IEnumerable<string> Variables { get; }

    /// <param name="scope">What it can see.</param>
    /// <param name="field">The field that it stands in, for the message.</param>
    /// <exception cref="EvaluationException">It cannot be computed.</exception>
    JsonNode? Evaluate(Scope scope, string field);
}

/// <summary>Reads expressions.</summary>
internal static class Expressions
{
    /// <exception cref="FormatException">The text is neither a path nor an intrinsic function.</exception>
    public static IExpression Parse(string text) => text.StartsWith("States.", StringComparison.Ordinal)
        ? new IntrinsicParser(text).Parse()
        : new PathExpression(ValuePath.Parse(text));
}

/// <summary>A path as an expression.</summary>
internal sealed record PathExpression(ValuePath Path) : IExpression
{
    public string Text => Path.Text;

    public IEnumerable<string> Variables => Path.Variable is { } name ? [name] : [];

    public JsonNode? Evaluate(Scope scope, string field) => Path.TryRead(scope, out var value)
        ? value
        : throw new EvaluationException(
            ErrorNames.Runtime,
            $"The JSONPath '{Text}' specified for the field '{field}' could not be found in the input '{JsonText.Write(scope.Data)}'")
        {
            AlsoKnownAs = ErrorNames.ParameterPathFailure,
        };
}
