using LocalAws.DynamoDb.Expressions.Conditions;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions;

/// <summary>A condition with its request's names and values.</summary>
/// <param name="Root">What it says.</param>
/// <param name="Attributes">The request's names and values.</param>
/// <param name="Heads">The names of the attributes that its paths begin with.</param>
internal sealed record Condition(ICondition Root, ExpressionAttributes Attributes, IEnumerable<string> Heads)
{
    public bool Holds(AttributeMap? item) => Root.Holds(item, Attributes);
}
