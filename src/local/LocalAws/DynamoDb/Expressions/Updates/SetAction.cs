using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Updates;

/// <summary><c>SET path = value</c>.</summary>
internal sealed record SetAction(DocumentPath Path, IOperand Value) : IUpdateAction
{
    public bool OnlyRemoves => false;

    public AttributeValue? Apply(AttributeValue? current, AttributeMap? item, ExpressionAttributes attributes) =>
        Value.Evaluate(item, attributes) ?? throw UpdateErrors.MissingAttribute();

    public void Check(ExpressionCheck check) => Value.Check(check);
}
