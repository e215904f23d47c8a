using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Effects.Transactions;

namespace Workers.Torture.Fleet;

/// <summary>Transactions with a defect.</summary>
internal sealed class MutatedTransactionStore(Mutation mutation, ITransactionStore store) : ITransactionStore
{
    private const string Events = "events";

    /// <summary>A marker or a claim as if it had nothing to publish.</summary>
    public static Item WithoutEvents(Item row) =>
        new(row.Attributes.Where(attribute => attribute.Key != Events).ToDictionary());

    public async Task<IReadOnlyDictionary<ItemKey, Item?>> ReadAsync(
        IReadOnlyCollection<ItemKey> keys, CancellationToken cancellationToken)
    {
        var items = await store.ReadAsync(keys, cancellationToken);
        return items.ToDictionary(
            item => item.Key, item => item.Value is { } row && IsMarker(item.Key) ? WithoutEventsIfMutated(row) : item.Value);
    }

    public async Task<CommitResult> CommitAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        var result = await store.CommitAsync([.. writes.Select(Mutate)], cancellationToken);
        return new CommitResult([.. result.Refusals.Select(refusal =>
            refusal?.Existing is { } row ? refusal with { Existing = WithoutEventsIfMutated(row) } : refusal)]);
    }

    private static bool IsMarker(ItemKey key) => key.Table == Topology.IdempotencyTable;

    private Item WithoutEventsIfMutated(Item row) => mutation is Mutation.Publish ? WithoutEvents(row) : row;

    // An update without a condition creates the item or replaces its attributes.
    private Write Mutate(Write write) => mutation is Mutation.Marker && write is Insert insert && IsMarker(insert.Key)
        ? insert.Item.Attributes.Aggregate(Write.Update(insert.Key), (update, attribute) => update.Set(attribute.Key, attribute.Value))
        : write;
}
