using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Expressions;

/// <summary>What is refused once a request's names and values are known, before any item is looked at.</summary>
/// <param name="kind">The parameter that the expression is, for messages.</param>
/// <param name="attributes">The request's names and values.</param>
internal sealed class ExpressionCheck(string kind, ExpressionAttributes attributes)
{
    public ExpressionAttributes Attributes => attributes;

    public AwsException Refusal(string message) => DynamoDbErrors.Validation($"Invalid {kind}: {message}");

    public AwsException WrongType(string function, AttributeType type) => Refusal(
        $"Incorrect operand type for operator or function; operator or function: {function}, operand type: {type}");

    /// <summary>Refuses an operand known to be of another type; what an item holds is not known yet.</summary>
    public void RequireType(string function, IOperand operand, Func<AttributeType, bool> isAllowed)
    {
        if (operand.KnownType(attributes) is { } type && !isAllowed(type))
        {
            throw WrongType(function, type);
        }
    }

    public void RequireCount(string function, IReadOnlyList<IOperand> operands, int count)
    {
        if (operands.Count != count)
        {
            throw Refusal("Incorrect number of operands for operator or function; "
                + $"operator or function: {function}, number of operands: {operands.Count}");
        }
    }

    public void RequirePath(string function, IOperand operand)
    {
        if (operand is not PathOperand)
        {
            throw Refusal($"Operator or function requires a document path; operator or function: {function}");
        }
    }

    public void RequireDistinct(string function, IOperand first, IOperand second)
    {
        if (first is not PathOperand one || second is not PathOperand two)
        {
            return;
        }

        var path = one.Path.Resolve(attributes);
        if (path.AsSpan().SequenceEqual(two.Path.Resolve(attributes)))
        {
            throw Refusal("The first operand must be distinct from the remaining operands for this operator or function; "
                + $"operator: {function}, first operand: {DocumentPath.Describe(path)}");
        }
    }
}
