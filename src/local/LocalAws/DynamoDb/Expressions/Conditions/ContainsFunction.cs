using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Conditions;

/// <summary><c>contains(operand, part)</c>: a part of a string or a binary, or a member of a set or a list.</summary>
internal sealed record ContainsFunction(IReadOnlyList<IOperand> Operands) : ICondition
{
    public const string Name = "contains";

    public bool Holds(AttributeMap? item, ExpressionAttributes attributes) =>
        Operands[0].Evaluate(item, attributes) is { } value
        && Operands[1].Evaluate(item, attributes) is { } part
        && Contains(value, part);

    public void Check(ExpressionCheck check)
    {
        check.RequireCount(Name, Operands, 2);
        check.RequireDistinct(Name, Operands[0], Operands[1]);
        foreach (var operand in Operands)
        {
            operand.Check(check);
        }
    }

    private static bool Contains(AttributeValue value, AttributeValue part) => (value.Type, part.Type) switch
    {
        (AttributeType.S, AttributeType.S) => value.Text.Contains(part.Text, StringComparison.Ordinal),
        (AttributeType.B, AttributeType.B) => value.Bytes.AsSpan().IndexOf(part.Bytes) >= 0,
        (AttributeType.L, _) => value.Elements.Contains(part),
        _ => value.IsSet && value.Elements.Contains(part),
    };
}
