using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Conditions;

/// <summary>Two operands compared. What is not there, or of another type, is unequal and neither less nor greater.</summary>
internal sealed record Comparison(string Operator, IOperand Left, IOperand Right) : ICondition
{
    public bool Holds(AttributeMap? item, ExpressionAttributes attributes)
    {
        var left = Left.Evaluate(item, attributes);
        var right = Right.Evaluate(item, attributes);
        return Operator switch
        {
            "=" => left is not null && left.Equals(right),
            "<>" => left is null || !left.Equals(right),
            _ => left is { IsOrdered: true } && left.Type == right?.Type && Agrees(AttributeValue.Compare(left, right)),
        };
    }

    public void Check(ExpressionCheck check)
    {
        Left.Check(check);
        Right.Check(check);
        check.RequireDistinct(Operator, Left, Right);
        if (Operator is not ("=" or "<>"))
        {
            check.RequireType(Operator, Left, IsOrdered);
            check.RequireType(Operator, Right, IsOrdered);
        }
    }

    internal static bool IsOrdered(AttributeType type) => type is AttributeType.S or AttributeType.N or AttributeType.B;

    private bool Agrees(int order) => Operator switch
    {
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        _ => order >= 0,
    };
}
