using Workers.Effects.Decisions;
using Workers.Effects.Transactions;
using Workers.Events.Publishing;

namespace Workers.Effects.Grouping;

/// <summary>
/// Messages that are decided one after another and committed at once. It holds the items as read, an overlay with the updates
/// accepted so far, and all accepted writes, merged to one action per item.
/// </summary>
internal sealed class CommitGroup(IReadOnlyDictionary<ItemKey, Item?> read)
{
    private readonly Dictionary<ItemKey, Item?> _overlay = new(read);
    private readonly OrderedDictionary<ItemKey, Write> _writes = [];
    private readonly HashSet<ItemKey> _inserted = [];
    private readonly List<DecidedMessage> _decided = [];
    private int _bytes;

    /// <summary>The items as they were read.</summary>
    public IReadOnlyDictionary<ItemKey, Item?> Read => read;

    public IReadOnlyList<DecidedMessage> Decided => _decided;

    /// <summary>One action per item.</summary>
    public IReadOnlyList<Write> Writes => [.. _writes.Values];

    /// <summary>Whether the last that wanted to join found no room. Then nobody else is asked, so that the order is kept.</summary>
    public bool IsFull { get; private set; }

    /// <summary>
    /// Whether the message may be decided here: there may be room, and this group inserts nothing that it reads. It may have changed what
    /// is read: one action can do what two updates do.
    /// </summary>
    public bool IsOpenTo(PendingDecision pending) => !IsFull && !pending.Reads.Any(_inserted.Contains);

    /// <summary>The items as the next decision sees them, and only those that it named.</summary>
    public Items ItemsFor(PendingDecision pending) => new(pending.Reads.ToDictionary(key => key, key => _overlay[key]));

    /// <summary>Whether the message reads an item that this group writes.</summary>
    public bool DependsOnUncommitted(PendingDecision pending) => pending.Reads.Any(_writes.ContainsKey);

    /// <summary>Takes a decision in, whole; false when it has to go to another group. An empty group takes any.</summary>
    /// <param name="decided">The decision, made on this group's items.</param>
    /// <param name="bytes">What its writes take.</param>
    public bool TryJoin(DecidedMessage decided, int bytes)
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
            ApplyToOverlay(write);
        }

        _decided.Add(decided);
        _bytes += bytes;
        return true;
    }

    private void ApplyToOverlay(Write write)
    {
        if (write is Insert)
        {
            _inserted.Add(write.Key);
        }
        else if (write is Update update && _overlay.TryGetValue(write.Key, out var before))
        {
            var added = update.Adds.Aggregate(
                before ?? new Item(update.Key.ToAttributes()),
                (item, change) => item.With(change.Key, (item.Number(change.Key) ?? 0) + change.Value));
            _overlay[write.Key] = update.Sets.Aggregate(added, (item, set) => item.With(set.Key, set.Value));
        }
    }

    private bool IsTooLarge(List<Write> merged, int bytes) =>
        _writes.Count + merged.Count(write => !_writes.ContainsKey(write.Key)) > DynamoLimits.ActionsPerTransaction
        || _bytes + bytes > DynamoLimits.TransactionBytes;
}

/// <summary>A message and what was decided for it.</summary>
/// <param name="Pending">The message.</param>
/// <param name="Writes">The marker's insert first, then the decision's writes.</param>
/// <param name="Events">What to publish after the commit, as the marker holds it.</param>
internal sealed record DecidedMessage(PendingDecision Pending, IReadOnlyList<Write> Writes, IReadOnlyList<OutgoingEvent> Events);
