using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Operands;

/// <summary>What the item holds at a path.</summary>
internal sealed record PathOperand(DocumentPath Path) : IOperand
{
    public AttributeValue? Evaluate(AttributeMap? item, ExpressionAttributes attributes) => Path.Follow(item, attributes);

    public AttributeType? KnownType(ExpressionAttributes attributes) => null;

    public void Check(ExpressionCheck check)
    {
    }
}
