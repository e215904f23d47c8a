using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Workers.Effects.Decisions;

namespace Workers.Effects.Transactions;

/// <summary>BatchGetItem and TransactWriteItems.</summary>
internal sealed class DynamoTransactionStore(IAmazonDynamoDB client, ItemReader reader, WriteTranslator translator)
    : ITransactionStore
{
    public Task<IReadOnlyDictionary<ItemKey, Item?>> ReadAsync(
        IReadOnlyCollection<ItemKey> keys,
        CancellationToken cancellationToken) => reader.ReadAsync(keys, cancellationToken);

    // No ClientRequestToken: it forgets after ten minutes, the marker among the writes does not.
    public Task<CommitResult> CommitAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        var request = new TransactWriteItemsRequest { TransactItems = [.. writes.Select(translator.Translate)] };
        return DynamoCall.RunAsync(async () =>
        {
            try
            {
                await client.TransactWriteItemsAsync(request, cancellationToken);
                return CommitResult.Committed;
            }
            catch (TransactionCanceledException exception) when (exception.CancellationReasons is { Count: > 0 } reasons)
            {
                return new CommitResult([.. reasons.Select(ToRefusal)]);
            }
        }, cancellationToken);
    }

    private static Refusal? ToRefusal(CancellationReason reason) => reason.Code switch
    {
        null or "None" => null,
        "ConditionalCheckFailed" => new(RefusalKind.ConditionFailed, reason.Code, ToItem(reason.Item)),
        "ValidationError" or "ItemCollectionSizeLimitExceeded" => new(RefusalKind.Unfit, $"{reason.Code}: {reason.Message}"),
        _ => new(RefusalKind.Contended, reason.Code),   // TransactionConflict, ThrottlingError, ProvisionedThroughputExceeded
    };

    private static Item? ToItem(Dictionary<string, AttributeValue>? attributes) =>
        attributes is { Count: > 0 } ? new Item(attributes) : null;
}
