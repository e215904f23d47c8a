using LocalAws.DynamoDb.Expressions.Conditions;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Keys;

/// <summary>The values that a key attribute may have: one run of them in their order.</summary>
/// <param name="Operator">A comparator with the attribute on its left, BETWEEN, or begins_with.</param>
/// <param name="First">The operand, or the lower bound.</param>
/// <param name="Last">The upper bound of BETWEEN; otherwise the operand again.</param>
internal sealed record KeyRange(string Operator, AttributeValue First, AttributeValue Last)
{
    public bool IsEquality => Operator == "=";

    public bool HasType(AttributeType type) => First.Type == type && Last.Type == type;

    /// <summary>Where a value lies: negative before the run, zero in it, positive after it.</summary>
    public int Position(AttributeValue value)
    {
        var order = AttributeValue.Compare(value, First);
        return Operator switch
        {
            "=" => order,
            "<" => order < 0 ? 0 : 1,
            "<=" => order <= 0 ? 0 : 1,
            ">" => order > 0 ? 0 : -1,
            ">=" => order >= 0 ? 0 : -1,
            "BETWEEN" => order < 0 ? -1 : Math.Max(0, AttributeValue.Compare(value, Last)),
            _ => BeginsWithFunction.Begins(value, First) ? 0 : order,
        };
    }
}
