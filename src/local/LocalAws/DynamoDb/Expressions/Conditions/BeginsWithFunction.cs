using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Conditions;

/// <summary><c>begins_with(operand, prefix)</c> of two strings or two binaries.</summary>
internal sealed record BeginsWithFunction(IReadOnlyList<IOperand> Operands) : ICondition
{
    public const string Name = "begins_with";

    public bool Holds(AttributeMap? item, ExpressionAttributes attributes) =>
        Operands[0].Evaluate(item, attributes) is { } value
        && Operands[1].Evaluate(item, attributes) is { } prefix
        && Begins(value, prefix);

    public void Check(ExpressionCheck check)
    {
        check.RequireCount(Name, Operands, 2);
        check.RequireDistinct(Name, Operands[0], Operands[1]);
        foreach (var operand in Operands)
        {
            operand.Check(check);
            check.RequireType(Name, operand, type => type is AttributeType.S or AttributeType.B);
        }
    }

    internal static bool Begins(AttributeValue value, AttributeValue prefix) => (value.Type, prefix.Type) switch
    {
        (AttributeType.S, AttributeType.S) => value.Text.StartsWith(prefix.Text, StringComparison.Ordinal),
        (AttributeType.B, AttributeType.B) => value.Bytes.AsSpan().StartsWith(prefix.Bytes),
        _ => false,
    };
}
