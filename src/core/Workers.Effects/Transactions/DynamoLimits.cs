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
    private const int MaxNumberBytes = 21;
    private const int NestingBytes = 3;

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
            var size = BytesOf(write, read.GetValueOrDefault(write.Key));
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

    private static int BytesOf(Write write, Item? existing) => write switch
    {
        Insert insert => BytesOf(insert.Key.ToAttributes()) + BytesOf(insert.Item.Attributes),
        Update update => BytesOf(update, existing ?? Item.Empty),
        _ => 0,
    };

    private static int BytesOf(Update update, Item existing)
    {
        var after = new Dictionary<string, AttributeValue>(existing.Attributes);
        foreach (var (name, value) in update.Key.ToAttributes().Concat(update.Sets))
        {
            after[name] = value;
        }

        return BytesOf(after) + update.Adds.Keys.Sum(name => BytesOf(name) + MaxNumberBytes);
    }

    private static void EnsureKeyPart(ItemKey key, string name, string? value, int limit)
    {
        if (BytesOf(value) is var size && (size == 0 || size > limit))
        {
            throw new ImpossibleRequestException(
                $"A key of table {key.Table} has {size} bytes of {name}; from 1 to {limit} are possible.");
        }
    }

    /// <summary>As DynamoDB counts it: names and values in bytes, with a little for every nested element.</summary>
    private static int BytesOf(IEnumerable<KeyValuePair<string, AttributeValue>> attributes) =>
        attributes.Sum(attribute => BytesOf(attribute.Key) + BytesOf(attribute.Value));

    private static int BytesOf(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);

    private static int BytesOf(AttributeValue value) => value switch
    {
        { S: { } text } => BytesOf(text),
        { N: not null } => MaxNumberBytes,
        { B: { } bytes } => (int)bytes.Length,
        { M: { } map } => NestingBytes + map.Count + BytesOf(map),
        { L: { } list } => NestingBytes + list.Count + list.Sum(BytesOf),
        { SS: { } texts } => texts.Sum(BytesOf),
        { NS: { } numbers } => numbers.Count * MaxNumberBytes,
        { BS: { } blobs } => blobs.Sum(blob => (int)blob.Length),
        _ => 1,
    };
}
