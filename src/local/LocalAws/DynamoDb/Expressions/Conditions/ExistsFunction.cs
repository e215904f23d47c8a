using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Conditions;

/// <summary><c>attribute_exists(path)</c> or <c>attribute_not_exists(path)</c>.</summary>
internal sealed record ExistsFunction(string Name, IReadOnlyList<IOperand> Operands) : ICondition
{
    public const string Exists = "attribute_exists";
    public const string NotExists = "attribute_not_exists";

    public bool Holds(AttributeMap? item, ExpressionAttributes attributes) =>
        Operands[0].Evaluate(item, attributes) is not null == (Name == Exists);

    public void Check(ExpressionCheck check)
    {
        check.RequireCount(Name, Operands, 1);
        check.RequirePath(Name, Operands[0]);
    }
}
