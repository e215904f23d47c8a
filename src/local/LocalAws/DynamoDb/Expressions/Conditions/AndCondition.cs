using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Conditions;

internal sealed record AndCondition(ICondition Left, ICondition Right) : ICondition
{
    public bool Holds(AttributeMap? item, ExpressionAttributes attributes) =>
        Left.Holds(item, attributes) && Right.Holds(item, attributes);

    public void Check(ExpressionCheck check)
    {
        Left.Check(check);
        Right.Check(check);
    }
}
