using Workers.Effects.Decisions;
using Workers.Effects.Transactions;

namespace Workers.Effects.Grouping;

/// <summary>
/// Messages that are decided one after another and committed at once: the items as read, the additions accepted so far laid over
/// them, and all accepted writes merged to one action per item.
/// </summary>
internal sealed class Group(IReadOnlyDictionary<ItemKey, Item?> read)
{
    private readonly Dictionary<ItemKey, Item?> _items = new(read);
    private readonly OrderedDictionary<ItemKey, Write> _writes = [];
    private readonly HashSet<ItemKey> _replaced = [];
    private readonly List<Decided> _decided = [];
    private int _bytes;

    /// <summary>The items as they were read.</summary>
    public IReadOnlyDictionary<ItemKey, Item?> Read => read;

    public IReadOnlyList<Decided> Decided => _decided;

    /// <summary>One action per item.</summary>
    public IReadOnlyList<Write> Writes => [.. _writes.Values];

    /// <summary>Whether the last that wanted to join found no room. Then nobody else is asked, so that the order is kept.</summary>
    public bool IsFull { get; private set; }

    /// <summary>
    /// Whether the member may be decided here: there may be room, and what it looks at is committed but for additions. Those it can
    /// restate as conditions; an item that this group inserts or sets it could only believe in.
    /// </summary>
    public bool IsOpenTo(Member member) => !IsFull && !member.Message.Reads.Any(_replaced.Contains);

    /// <summary>The items as the next decision sees them, and only those that it named.</summary>
    public Items ItemsFor(Member member) => new(member.Message.Reads.ToDictionary(key => key, key => _items[key]));

    /// <summary>Whether the member looks at a write that is not committed yet.</summary>
    public bool IsUndecidedFor(Member member) => member.Message.Reads.Any(_writes.ContainsKey);

    /// <summary>Takes a decision in, whole; false when it has to go to another group. An empty group takes any.</summary>
    /// <param name="decided">The decision, made on this group's items.</param>
    /// <param name="bytes">What its writes take.</param>
    public bool TryJoin(Decided decided, int bytes)
    {
        var merged = decided.Writes
            .Select(write => _writes.TryGetValue(write.Key, out var earlier) ? WriteMerge.TryMerge(earlier, write) : write)
            .OfType<Write>()
            .ToList();
        if (merged.Count < decided.Writes.Count)
        {
            return false;
        }

        IsFull = IsTooLarge(merged, bytes);
        if (IsFull)
        {
            return false;
        }

        merged.ForEach(write => _writes[write.Key] = write);
        foreach (var write in decided.Writes)
        {
            LayOver(write);
        }

        _decided.Add(decided);
        _bytes += bytes;
        return true;
    }

    private void LayOver(Write write)
    {
        if (write is Insert or Update { Sets.Count: > 0 })
        {
            _replaced.Add(write.Key);
        }
        else if (write is Update update && _items.TryGetValue(write.Key, out var before))
        {
            _items[write.Key] = update.Adds.Aggregate(
                before ?? new Item(update.Key.ToAttributes()),
                (item, change) => item.With(change.Key, (item.Number(change.Key) ?? 0) + change.Value));
        }
    }

    private bool IsTooLarge(List<Write> merged, int bytes) =>
        _writes.Count + merged.Count(write => !_writes.ContainsKey(write.Key)) > DynamoLimits.ActionsPerTransaction
        || _bytes + bytes > DynamoLimits.TransactionBytes;
}
