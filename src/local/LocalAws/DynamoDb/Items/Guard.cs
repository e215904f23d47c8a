using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Transactions;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Items;

/// <summary>The condition of a write, and what is shown when it does not hold.</summary>
/// <param name="Condition">Null when the write is unconditional.</param>
/// <param name="ShowsItem">Whether a refusal carries what is stored.</param>
internal sealed record Guard(Condition? Condition, bool ShowsItem)
{
    public bool Allows(AttributeMap? before) => Condition is null || Condition.Holds(before);

    public WriteOutcome Refuse(AttributeMap? before) =>
        new(before, null, CancellationReason.ConditionFailed(ShowsItem ? before : null));
}
