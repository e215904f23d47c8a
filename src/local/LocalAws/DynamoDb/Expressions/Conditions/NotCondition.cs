using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Conditions;

internal sealed record NotCondition(ICondition Negated) : ICondition
{
    public bool Holds(AttributeMap? item, ExpressionAttributes attributes) => !Negated.Holds(item, attributes);

    public void Check(ExpressionCheck check) => Negated.Check(check);
}
