using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.Effects.Decisions;
using Workers.Events;

namespace Workers.Effects.Transactions;

/// <summary>BatchGetItem, a hundred keys to a call, until DynamoDB has answered for each; and TransactWriteItems.</summary>
internal sealed class DynamoTransactionStore(
    IAmazonDynamoDB client, IOptions<ResourceNaming> naming, RetryPauses pauses, WriteTranslator translator, RequestCosts costs)
    : ITransactionStore
{
    public async Task<IReadOnlyDictionary<ItemKey, Item?>> ReadAsync(IReadOnlyCollection<ItemKey> keys, CancellationToken cancellationToken)
    {
        var handlers = costs.Now;
        var items = keys.ToDictionary(key => key, _ => (Item?)null);
        foreach (var chunk in keys.Chunk(DynamoLimits.KeysPerRead))
        {
            await ReadAsync(chunk, items, handlers, cancellationToken);
        }

        return items;
    }

    // No ClientRequestToken: it forgets after ten minutes, the marker among the writes does not.
    public Task<CommitResult> CommitAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        var handlers = costs.Now;
        var request = new TransactWriteItemsRequest
        {
            TransactItems = [.. writes.Select(translator.Translate)],
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        };
        return DynamoCall.RunAsync(async () =>
        {
            try
            {
                var response = await client.TransactWriteItemsAsync(request, cancellationToken);
                costs.Add(handlers, response.ConsumedCapacity?.Sum(table => table.CapacityUnits));
                return CommitResult.Committed;
            }
            catch (TransactionCanceledException exception) when (exception.CancellationReasons is { Count: > 0 } reasons)
            {
                costs.Add(handlers, writeUnits: null);
                return new CommitResult([.. reasons.Select(ToRefusal)]);
            }
        }, cancellationToken);
    }

    private static Refusal? ToRefusal(CancellationReason reason) => reason.Code switch
    {
        null or "None" => null,
        "ConditionalCheckFailed" => new(RefusalKind.ConditionFailed, reason.Code, ToItem(reason.Item)),
        "ValidationError" or "ItemCollectionSizeLimitExceeded" => new(RefusalKind.Impossible, $"{reason.Code}: {reason.Message}"),
        _ => new(RefusalKind.Contended, reason.Code),   // TransactionConflict, ThrottlingError, ProvisionedThroughputExceeded
    };

    private static Item? ToItem(Dictionary<string, AttributeValue>? attributes) =>
        attributes is { Count: > 0 } ? new Item(attributes) : null;

    private async Task ReadAsync(
        ItemKey[] keys, Dictionary<ItemKey, Item?> items, IReadOnlyList<string>? handlers, CancellationToken cancellationToken)
    {
        var unread = keys.GroupBy(key => naming.Value.NameOf(key.Table)).ToDictionary(
            table => table.Key,
            table => new KeysAndAttributes { ConsistentRead = true, Keys = [.. table.Select(key => key.ToAttributes())] });
        for (var attempt = 1; ; attempt++)
        {
            var request = new BatchGetItemRequest { RequestItems = unread };
            var response = await DynamoCall.RunAsync(() => client.BatchGetItemAsync(request, cancellationToken), cancellationToken);
            costs.Add(handlers, writeUnits: null);
            Collect(response, keys, items);
            if (response.UnprocessedKeys is not { Count: > 0 } unprocessed)
            {
                return;
            }

            if (!await pauses.TryPauseAsync(attempt, cancellationToken))
            {
                throw new StoreUnavailableException($"DynamoDB left keys unprocessed {attempt} times.", failure: AwsFailure.Throttled);
            }

            unread = unprocessed;
        }
    }

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
        SortValue = sibling.SortName is { } sortName ? attributes[sortName].S ?? attributes[sortName].N : null,
    };
}
