using Amazon.DynamoDBv2.Model;
using Workers.Effects.Decisions;
using Update = Workers.Effects.Decisions.Update;

namespace Workers.Effects.Transactions;

/// <summary>
/// Refuses beforehand what DynamoDB would refuse, so that the reason names the item, and so that a message that cannot
/// be committed is found before it shares a transaction with others.
/// </summary>
internal static class Fit
{
    /// <exception cref="UnfitException">A key is empty or too long.</exception>
    public static void EnsureKeys(IEnumerable<ItemKey> keys)
    {
        foreach (var key in keys)
        {
            EnsureKeyPart(key, key.PartitionName, key.PartitionValue, DynamoLimits.PartitionKeyBytes);
            if (key.SortName is not null)
            {
                EnsureKeyPart(key, key.SortName, key.SortValue, DynamoLimits.SortKeyBytes);
            }
        }
    }

    /// <summary>What the writes take. An update is measured with what was read of its item, as far as it was.</summary>
    /// <exception cref="UnfitException">A key is out of range, or an item or the whole is too large.</exception>
    public static int EnsureWrites(IReadOnlyList<Write> writes, IReadOnlyDictionary<ItemKey, Item?> read)
    {
        EnsureKeys(writes.Select(write => write.Key));
        var total = 0;
        foreach (var write in writes)
        {
            var size = SizeOf(write, read.GetValueOrDefault(write.Key));
            if (size > DynamoLimits.ItemBytes)
            {
                throw new UnfitException(
                    $"An item of table {write.Key.Table} would take {size} bytes; the most is {DynamoLimits.ItemBytes}.");
            }

            total += size;
        }

        if (total > DynamoLimits.TransactionBytes)
        {
            throw new UnfitException(
                $"The transaction would take {total} bytes; the most is {DynamoLimits.TransactionBytes}.");
        }

        return total;
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
            throw new UnfitException($"A key of table {key.Table} has {size} bytes of {name}; from 1 to {limit} are possible.");
        }
    }
}
