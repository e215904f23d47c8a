using LocalAws.DynamoDb.Expressions.Updates;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Operands;

/// <summary><c>left + right</c> or <c>left - right</c>.</summary>
internal sealed record Arithmetic(string Operator, IOperand Left, IOperand Right) : IOperand
{
    public AttributeValue? Evaluate(AttributeMap? item, ExpressionAttributes attributes)
    {
        var left = UpdateErrors.Require(Left.Evaluate(item, attributes), AttributeType.N).Number;
        var right = UpdateErrors.Require(Right.Evaluate(item, attributes), AttributeType.N).Number;
        return AttributeValue.Of(Operator == "+" ? left + right : left - right);
    }

    public AttributeType? KnownType(ExpressionAttributes attributes) => AttributeType.N;

    public void Check(ExpressionCheck check)
    {
        Left.Check(check);
        Right.Check(check);
        check.RequireType(Operator, Left, type => type == AttributeType.N);
        check.RequireType(Operator, Right, type => type == AttributeType.N);
    }
}
