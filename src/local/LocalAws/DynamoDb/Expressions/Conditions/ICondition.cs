using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Conditions;

/// <summary>A part of an expression that is true or false.</summary>
internal interface ICondition
{
    /// <summary>Whether it holds for an item, or for none.</summary>
    bool Holds(AttributeMap? item, ExpressionAttributes attributes);

    /// <summary>Refuses what is wrong with it whatever the item.</summary>
    void Check(ExpressionCheck check);
}
