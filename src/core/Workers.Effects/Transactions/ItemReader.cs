using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.Effects.Decisions;
using Workers.Events;

namespace Workers.Effects.Transactions;

/// <summary>Reads items by key, a hundred to a call, until DynamoDB has answered for each.</summary>
internal sealed class ItemReader(IAmazonDynamoDB client, IOptions<ResourceNaming> naming, Backoff backoff)
{
    public async Task<IReadOnlyDictionary<ItemKey, Item?>> ReadAsync(
        IReadOnlyCollection<ItemKey> keys,
        CancellationToken cancellationToken)
    {
        var items = keys.ToDictionary(key => key, _ => (Item?)null);
        foreach (var chunk in keys.Chunk(DynamoLimits.KeysPerRead))
        {
            await ReadAsync(chunk, items, cancellationToken);
        }

        return items;
    }

    private async Task ReadAsync(ItemKey[] keys, Dictionary<ItemKey, Item?> items, CancellationToken cancellationToken)
    {
        var unread = ToRequestItems(keys);
        for (var attempt = 1; ; attempt++)
        {
            var request = new BatchGetItemRequest { RequestItems = unread };
            var response = await DynamoCall.RunAsync(() => client.BatchGetItemAsync(request, cancellationToken), cancellationToken);
            Collect(response, keys, items);
            if (response.UnprocessedKeys is not { Count: > 0 } unprocessed)
            {
                return;
            }

            if (!await backoff.TryDelayAsync(attempt, cancellationToken))
            {
                throw new StoreUnavailableException($"DynamoDB left keys unprocessed {attempt} times.");
            }

            unread = unprocessed;
        }
    }

    private Dictionary<string, KeysAndAttributes> ToRequestItems(ItemKey[] keys) =>
        keys.GroupBy(key => naming.Value.NameOf(key.Table)).ToDictionary(
            table => table.Key,
            table => new KeysAndAttributes { ConsistentRead = true, Keys = [.. table.Select(key => key.ToAttributes())] });

    private void Collect(BatchGetItemResponse response, ItemKey[] keys, Dictionary<ItemKey, Item?> items)
    {
        foreach (var (table, found) in response.Responses ?? [])
        {
            var sibling = keys.First(key => naming.Value.NameOf(key.Table) == table);
            foreach (var attributes in found)
            {
                items[KeyOf(attributes, sibling)] = new Item(attributes);
            }
        }
    }

    /// <summary>The item's key, spelled as a key of the same table is.</summary>
    private static ItemKey KeyOf(Dictionary<string, AttributeValue> attributes, ItemKey sibling) => sibling with
    {
        PartitionValue = attributes[sibling.PartitionName].S,
        SortValue = sibling.SortName is { } sortName ? attributes[sortName].S : null,
    };
}
