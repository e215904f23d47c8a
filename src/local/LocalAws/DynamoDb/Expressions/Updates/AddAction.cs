using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Updates;

/// <summary><c>ADD path :value</c>: a number is added, a set's members join; what is absent counts as zero or empty.</summary>
internal sealed record AddAction(DocumentPath Path, ValueOperand Value) : IUpdateAction
{
    public bool OnlyRemoves => false;

    public AttributeValue? Apply(AttributeValue? current, AttributeMap? item, ExpressionAttributes attributes)
    {
        var added = Value.Evaluate(attributes);
        if (current is null)
        {
            return added;
        }

        if (current.Type != added.Type)
        {
            throw UpdateErrors.WrongType();
        }

        return added.IsSet
            ? AttributeValue.Set(added.Type, [.. current.Elements.Union(added.Elements)])
            : AttributeValue.Of(current.Number + added.Number);
    }

    public void Check(ExpressionCheck check)
    {
        var value = Value.Evaluate(check.Attributes);
        if (value.Type != AttributeType.N && !value.IsSet)
        {
            throw UpdateTypes.Refuse(check, "ADD", value.Type);
        }
    }
}
