using System.Text;
using Amazon.DynamoDBv2.Model;
using Workers.Effects.Decisions;
using Update = Workers.Effects.Decisions.Update;

namespace Workers.Effects.Transactions;

/// <summary>
/// DynamoDB's limits, as its developer guide states them, less a margin where what we measure is an estimate. What exceeds them is
/// refused beforehand, so that the reason names the item, and so that one message's excess is found before it shares a transaction.
/// </summary>
internal static class DynamoLimits
{
    /// <summary>Keys in one BatchGetItem.</summary>
    public const int KeysPerRead = 100;

    /// <summary>Actions in one TransactWriteItems.</summary>
    public const int ActionsPerTransaction = 100;

    /// <summary>390 KB, where DynamoDB takes 400 KB.</summary>
    public const int ItemBytes = 390 * 1024;

    /// <summary>3.9 MB, where DynamoDB takes 4 MB.</summary>
    public const int TransactionBytes = 3_900 * 1024;

    private const int PartitionKeyBytes = 2_048;
    private const int SortKeyBytes = 1_024;

    /// <exception cref="ImpossibleRequestException">A key is empty or too long.</exception>
    public static void EnsureKeys(IEnumerable<ItemKey> keys)
    {
        foreach (var key in keys)
        {
            EnsureKeyPart(key, key.PartitionName, key.PartitionValue, PartitionKeyBytes);
            if (key.SortName is not null)
            {
                EnsureKeyPart(key, key.SortName, key.SortValue, SortKeyBytes);
            }
        }
    }

    /// <summary>What the writes take. An update is measured with what was read of its item, as far as it was.</summary>
    /// <exception cref="ImpossibleRequestException">A key is out of range, or an item or the whole is too large.</exception>
    public static int EnsureWrites(IReadOnlyList<Write> writes, IReadOnlyDictionary<ItemKey, Item?> read)
    {
        EnsureKeys(writes.Select(write => write.Key));
        var total = 0;
        foreach (var write in writes)
        {
            var size = SizeOf(write, read.GetValueOrDefault(write.Key));
            if (size > ItemBytes)
            {
                throw new ImpossibleRequestException(
                    $"An item of table {write.Key.Table} would take {size} bytes; the most is {ItemBytes}.");
            }

            total += size;
        }

        return total <= TransactionBytes
            ? total
            : throw new ImpossibleRequestException($"The transaction would take {total} bytes; the most is {TransactionBytes}.");
    }

    private static int SizeOf(Write write, Item? existing) => write switch
    {
        Insert insert => ItemSize.Of(insert.Key.ToAttributes()) + ItemSize.Of(insert.Item.Attributes),
        Update update => SizeOf(update, existing ?? Item.Empty),
        _ => 0,
    };

    private static int SizeOf(Update update, Item existing)
    {
        var after = new Dictionary<string, AttributeValue>(existing.Attributes);
        foreach (var (name, value) in update.Key.ToAttributes().Concat(update.Sets))
        {
            after[name] = value;
        }

        return ItemSize.Of(after) + update.Adds.Keys.Sum(name => ItemSize.Of(name) + ItemSize.MaxNumberBytes);
    }

    private static void EnsureKeyPart(ItemKey key, string name, string? value, int limit)
    {
        if (ItemSize.Of(value) is var size && (size == 0 || size > limit))
        {
            throw new ImpossibleRequestException(
                $"A key of table {key.Table} has {size} bytes of {name}; from 1 to {limit} are possible.");
        }
    }
}

/// <summary>An item's size as DynamoDB counts it: names and values in bytes, with a little for every nested element.</summary>
internal static class ItemSize
{
    /// <summary>A number takes this at most.</summary>
    public const int MaxNumberBytes = 21;

    private const int NestingBytes = 3;

    public static int Of(IEnumerable<KeyValuePair<string, AttributeValue>> attributes) =>
        attributes.Sum(attribute => Of(attribute.Key) + Of(attribute.Value));

    public static int Of(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);

    private static int Of(AttributeValue value) => value switch
    {
        { S: { } text } => Of(text),
        { N: not null } => MaxNumberBytes,
        { B: { } bytes } => (int)bytes.Length,
        { M: { } map } => NestingBytes + map.Count + Of(map),
        { L: { } list } => NestingBytes + list.Count + list.Sum(Of),
        { SS: { } texts } => texts.Sum(Of),
        { NS: { } numbers } => numbers.Count * MaxNumberBytes,
        { BS: { } blobs } => blobs.Sum(blob => (int)blob.Length),
        _ => 1,
    };
}
