using LocalAws.DynamoDb.Transactions;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Storage;

/// <summary>What a write did to its item.</summary>
/// <param name="Before">The item before; null when there was none.</param>
/// <param name="After">The item afterwards; null when there is none. Meaningless after a failure.</param>
/// <param name="Failure">Why nothing was changed.</param>
internal readonly record struct WriteOutcome(AttributeMap? Before, AttributeMap? After, CancellationReason? Failure = null)
{
    /// <summary>The size that the write is charged for.</summary>
    public int ChargedSize => Math.Max(Before?.Size ?? 0, After?.Size ?? 0);
}
