using Workers.Contracts;
using Workers.Contracts.Tables;
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
        return items.ToDictionary(item => item.Key, item => item.Value is { } row ? Mutate(item.Key, row) : null);
    }

    public async Task<CommitResult> CommitAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        Write[] mutated = [.. writes.Where(write => !IsLeftOut(write)).Select(Mutate)];
        if (mutated.Length == 0)
        {
            return CommitResult.Committed;
        }

        var result = await store.CommitAsync(mutated, cancellationToken);
        return new CommitResult([.. result.Refusals.Select(refusal =>
            refusal?.Existing is { } row ? refusal with { Existing = WithoutEventsIfMutated(row) } : refusal)]);
    }

    private static bool IsMarker(ItemKey key) => key.Table == Topology.IdempotencyTable;

    private Item? Mutate(ItemKey key, Item row) =>
        IsMarker(key) ? WithoutEventsIfMutated(row)
        : mutation is Mutation.Projection && key.Table == Topology.CustomerOrdersTable ? null
        : row;

    private Item WithoutEventsIfMutated(Item row) => mutation is Mutation.Publish ? WithoutEvents(row) : row;

    private bool IsLeftOut(Write write) =>
        mutation is Mutation.Tombstone
        && write is Insert { Key.Table: Topology.PaymentsTable, Item: var item }
        && item.Text(PaymentColumns.State) == "Void";

    private Write Mutate(Write write) => write switch
    {
        Insert { Key: var key } insert when IsUnconditional(key) => Overwrite(insert),
        Update { Key: var key } update when IsUnconditional(key) => update with { Conditions = [] },
        _ => write,
    };

    private bool IsUnconditional(ItemKey key) => mutation switch
    {
        Mutation.Marker => IsMarker(key),
        Mutation.Append => key.Table is Topology.OrdersTable or Topology.OrderEventsTable,
        Mutation.Projection => key.Table == Topology.CustomerOrdersTable,
        Mutation.Chain => key.Table == Topology.AuditChainTable,
        _ => false,
    };

    // An update without a condition creates the item or replaces its attributes.
    private static Update Overwrite(Insert insert) => insert.Item.Attributes
        .Where(attribute => attribute.Value is not null)
        .Aggregate(Write.Update(insert.Key), (update, attribute) => update.Set(attribute.Key, attribute.Value));
}
