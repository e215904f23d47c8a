using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Conditions;

/// <summary><c>operand IN (candidates)</c>: it equals one of them.</summary>
internal sealed record InCondition(IOperand Operand, IReadOnlyList<IOperand> Candidates) : ICondition
{
    private const int MaxCandidates = 100;

    public bool Holds(AttributeMap? item, ExpressionAttributes attributes)
    {
        var value = Operand.Evaluate(item, attributes);
        return value is not null && Candidates.Any(candidate => value.Equals(candidate.Evaluate(item, attributes)));
    }

    public void Check(ExpressionCheck check)
    {
        if (Candidates.Count > MaxCandidates)
        {
            throw check.Refusal("Incorrect number of operands for operator or function; "
                + $"operator or function: IN, number of operands: {Candidates.Count}");
        }

        Operand.Check(check);
        foreach (var candidate in Candidates)
        {
            candidate.Check(check);
        }
    }
}
