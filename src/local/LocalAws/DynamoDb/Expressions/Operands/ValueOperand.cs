using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Operands;

/// <summary>A <c>:value</c> of the request.</summary>
internal sealed record ValueOperand(string Placeholder) : IOperand
{
    public AttributeValue Evaluate(ExpressionAttributes attributes) => attributes.ValueOf(Placeholder);

    public AttributeValue? Evaluate(AttributeMap? item, ExpressionAttributes attributes) => Evaluate(attributes);

    public AttributeType? KnownType(ExpressionAttributes attributes) => Evaluate(attributes).Type;

    public void Check(ExpressionCheck check)
    {
    }
}
