using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Conditions;

/// <summary><c>operand BETWEEN low AND high</c>, both ends included.</summary>
internal sealed record BetweenCondition(IOperand Operand, IOperand Low, IOperand High) : ICondition
{
    private const string Name = "BETWEEN";

    public bool Holds(AttributeMap? item, ExpressionAttributes attributes)
    {
        var value = Operand.Evaluate(item, attributes);
        var low = Low.Evaluate(item, attributes);
        var high = High.Evaluate(item, attributes);
        return value is { IsOrdered: true } && value.Type == low?.Type && value.Type == high?.Type
            && AttributeValue.Compare(low, value) <= 0 && AttributeValue.Compare(value, high) <= 0;
    }

    public void Check(ExpressionCheck check)
    {
        foreach (var operand in (ReadOnlySpan<IOperand>)[Operand, Low, High])
        {
            operand.Check(check);
            check.RequireType(Name, operand, Comparison.IsOrdered);
        }

        if (Low is ValueOperand low && High is ValueOperand high)
        {
            CheckBounds(check, low.Evaluate(check.Attributes), high.Evaluate(check.Attributes));
        }
    }

    private static void CheckBounds(ExpressionCheck check, AttributeValue low, AttributeValue high)
    {
        if (low.Type != high.Type)
        {
            throw check.Refusal("The BETWEEN operator requires same data type for lower and upper bounds; "
                + Describe(low, high));
        }

        if (AttributeValue.Compare(low, high) > 0)
        {
            throw check.Refusal("The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
                + Describe(low, high));
        }
    }

    private static string Describe(AttributeValue low, AttributeValue high) =>
        $"lower bound operand: {low.Describe()}, upper bound operand: {high.Describe()}";
}
