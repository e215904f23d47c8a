using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Conditions;

/// <summary><c>attribute_type(operand, :type)</c>.</summary>
internal sealed record TypeFunction(IReadOnlyList<IOperand> Operands) : ICondition
{
    public const string Name = "attribute_type";

    public bool Holds(AttributeMap? item, ExpressionAttributes attributes) =>
        Operands[0].Evaluate(item, attributes) is { } value
        && value.Type.ToString() == Operands[1].Evaluate(item, attributes)!.Text;

    public void Check(ExpressionCheck check)
    {
        check.RequireCount(Name, Operands, 2);
        Operands[0].Check(check);
        Operands[1].Check(check);
        check.RequireDistinct(Name, Operands[0], Operands[1]);
        check.RequireType(Name, Operands[1], type => type == AttributeType.S);
        if (Operands[1] is not ValueOperand operand)
        {
            throw check.Refusal("Incorrect operand type for operator or function; "
                + $"operator or function: {Name}, operand type: {{NS,SS,L,BS,N,M,B,BOOL,NULL,S}}");
        }

        var named = operand.Evaluate(check.Attributes).Text;
        if (!Enum.GetNames<AttributeType>().Contains(named))
        {
            throw check.Refusal(
                $"Invalid attribute type name found; type: {named}, valid types: {{B,NULL,SS,BOOL,L,BS,N,NS,S,M}}");
        }
    }
}
