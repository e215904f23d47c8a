using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Updates;

/// <summary><c>DELETE path :set</c>: the members leave the set, and an empty set leaves the item.</summary>
internal sealed record DeleteAction(DocumentPath Path, ValueOperand Value) : IUpdateAction
{
    public bool OnlyRemoves => true;

    public AttributeValue? Apply(AttributeValue? current, AttributeMap? item, ExpressionAttributes attributes)
    {
        var removed = Value.Evaluate(attributes);
        if (current is null)
        {
            return null;
        }

        if (current.Type != removed.Type)
        {
            throw UpdateErrors.WrongType();
        }

        AttributeValue[] left = [.. current.Elements.Except(removed.Elements)];
        return left.Length == 0 ? null : AttributeValue.Set(current.Type, left);
    }

    public void Check(ExpressionCheck check)
    {
        var value = Value.Evaluate(check.Attributes);
        if (!value.IsSet)
        {
            throw UpdateTypes.Refuse(check, "DELETE", value.Type);
        }
    }
}
