using LocalAws.DynamoDb.Expressions.Updates;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Operands;

/// <summary><c>list_append(first, second)</c>: the elements of both lists.</summary>
internal sealed record ListAppendFunction(IReadOnlyList<IOperand> Operands) : IOperand
{
    public const string Name = "list_append";

    public AttributeValue? Evaluate(AttributeMap? item, ExpressionAttributes attributes)
    {
        var first = UpdateErrors.Require(Operands[0].Evaluate(item, attributes), AttributeType.L);
        var second = UpdateErrors.Require(Operands[1].Evaluate(item, attributes), AttributeType.L);
        return AttributeValue.List([.. first.Elements, .. second.Elements]);
    }

    public AttributeType? KnownType(ExpressionAttributes attributes) => AttributeType.L;

    public void Check(ExpressionCheck check)
    {
        check.RequireCount(Name, Operands, 2);
        foreach (var operand in Operands)
        {
            if (operand is ListAppendFunction)
            {
                throw check.Refusal($"The function is not allowed to be used this way in an expression; function: {Name}");
            }

            operand.Check(check);
            check.RequireType(Name, operand, type => type == AttributeType.L);
        }
    }
}
