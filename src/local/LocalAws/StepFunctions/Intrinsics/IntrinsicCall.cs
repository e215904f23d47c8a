using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Evaluation;

namespace LocalAws.StepFunctions.Intrinsics;

/// <summary>A call of a function.</summary>
/// <param name="Text">As the definition has it.</param>
/// <param name="Function">The function.</param>
/// <param name="Arguments">What it is called with.</param>
internal sealed record IntrinsicCall(string Text, IntrinsicFunction Function, IReadOnlyList<IExpression> Arguments) : IExpression
{
    public IEnumerable<string> Variables => Arguments.SelectMany(argument => argument.Variables);

    public JsonNode? Evaluate(Scope scope, string field)
    {
        // The template of States.Format is taken as it stands, for an escaped brace is none to fill.
        var values = Arguments.Select((argument, i) => argument is StringLiteral literal && i == 0 && Function.TakesRawText
            ? JsonValue.Create(literal.Raw)
            : argument.Evaluate(scope, field)).ToList();
        try
        {
            return Function.Compute(new IntrinsicArguments(values, scope.Random));
        }
        catch (FormatException exception)
        {
            throw new EvaluationException(
                ErrorNames.IntrinsicFailure, $"The function '{Text}' had the following error: {exception.Message}");
        }
    }
}

/// <summary>A constant argument.</summary>
internal sealed record Literal(string Text, JsonNode? Value) : IExpression
{
    public IEnumerable<string> Variables => [];

    public JsonNode? Evaluate(Scope scope, string field) => Value?.DeepClone();
}

/// <summary>A string argument.</summary>
/// <param name="Raw">As it stands between the quotes.</param>
/// <param name="Value">Without the backslashes before quotes and braces.</param>
internal sealed record StringLiteral(string Raw, string Value) : IExpression
{
    public string Text => $"'{Raw}'";

    public IEnumerable<string> Variables => [];

    public JsonNode? Evaluate(Scope scope, string field) => JsonValue.Create(Value);
}
