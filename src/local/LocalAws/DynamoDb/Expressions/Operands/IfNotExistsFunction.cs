using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Operands;

/// <summary><c>if_not_exists(path, operand)</c>: what is at the path, otherwise the operand.</summary>
internal sealed record IfNotExistsFunction(IReadOnlyList<IOperand> Operands) : IOperand
{
    public const string Name = "if_not_exists";

    public AttributeValue? Evaluate(AttributeMap? item, ExpressionAttributes attributes) =>
        Operands[0].Evaluate(item, attributes) ?? Operands[1].Evaluate(item, attributes);

    public AttributeType? KnownType(ExpressionAttributes attributes) => null;

    public void Check(ExpressionCheck check)
    {
        check.RequireCount(Name, Operands, 2);
        check.RequirePath(Name, Operands[0]);
        Operands[1].Check(check);
    }
}
