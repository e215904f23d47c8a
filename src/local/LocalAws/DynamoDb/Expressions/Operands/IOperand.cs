using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Operands;

/// <summary>A part of an expression that has a value.</summary>
internal interface IOperand
{
    /// <summary>Its value for an item, or for none; null when it names what is not there.</summary>
    AttributeValue? Evaluate(AttributeMap? item, ExpressionAttributes attributes);

    /// <summary>Its type where that does not depend on the item.</summary>
    AttributeType? KnownType(ExpressionAttributes attributes);

    /// <summary>Refuses what is wrong with it whatever the item.</summary>
    void Check(ExpressionCheck check);
}
