using Workers.Effects.Decisions;
using Workers.Effects.Transactions;

namespace Workers.Effects.Committing;

/// <summary>What every decision keeps to. A breach is a fault of the handler, which no other delivery would cure.</summary>
internal static class DecisionRules
{
    // One of the transaction's actions is the marker's or the claim's.
    private const int MaxWrites = DynamoLimits.ActionsPerTransaction - 1;

    /// <exception cref="InvalidOperationException">It rejects and does more than that, or its writes are no transaction.</exception>
    public static void Ensure(Decision decision, string handlerName)
    {
        if (decision.RejectReason is not null && decision is not { Writes: [], Emits: [] })
        {
            throw new InvalidOperationException($"{handlerName} rejects its message; a rejection can neither write nor emit.");
        }

        EnsureWrites(decision.Writes, handlerName);
    }

    /// <exception cref="InvalidOperationException">The writes cannot be one transaction.</exception>
    public static void EnsureWrites(IReadOnlyList<Write> writes, string handlerName)
    {
        if (writes.Count > MaxWrites)
        {
            throw new InvalidOperationException(
                $"{handlerName} decided {writes.Count} writes; a transaction takes {MaxWrites} beside the marker.");
        }

        if (writes.CountBy(write => write.Key).FirstOrDefault(item => item.Value > 1) is { Key: { } twice })
        {
            throw new InvalidOperationException(
                $"{handlerName} decided two writes of one item of table {twice.Table}; a transaction takes one per item.");
        }

        if (writes.FirstOrDefault(IsEmpty) is { } empty)
        {
            throw new InvalidOperationException(
                $"{handlerName} decided an update without changes, or a check without conditions, of an item of table {empty.Key.Table}.");
        }
    }

    private static bool IsEmpty(Write write) => write is Update { Adds.Count: 0, Sets.Count: 0 } or Check { Conditions.Count: 0 };
}
