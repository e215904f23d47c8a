using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Items;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;
using LocalAws.Faults;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Transactions;

internal sealed record TransactWriteItemsRequest(
    List<TransactWriteItem>? TransactItems,
    string? ClientRequestToken,
    string? ReturnConsumedCapacity,
    string? ReturnItemCollectionMetrics);

/// <summary>One action of a transaction: exactly one of these.</summary>
internal sealed record TransactWriteItem(
    PutItemRequest? Put,
    UpdateItemRequest? Update,
    DeleteItemRequest? Delete,
    DeleteItemRequest? ConditionCheck);

internal sealed class TransactWriteItemsResponse
{
    public List<ConsumedCapacity>? ConsumedCapacity { get; init; }

    public Dictionary<string, List<ItemCollectionMetrics>>? ItemCollectionMetrics { get; init; }
}

/// <summary>TransactWriteItems.</summary>
internal sealed class TransactWriteItems(Regions regions, WriteFactory factory, LocalAwsOptions options)
{
    private const int MaxActions = 100;
    private const int MaxTokenLength = 36;
    private const long MaxBytes = 4 * 1024 * 1024;

    public async ValueTask<TransactWriteItemsResponse> WriteAsync(
        TransactWriteItemsRequest request, AwsRequest context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var writes = Prepare(request);
        var region = regions.Of(context);
        var targets = Targets.Locate(writes, region);
        if (request.ClientRequestToken is not { } token)
        {
            return await RunAsync(writes, targets, request, context);
        }

        if (!region.Tokens.Begin(token, RequestFingerprint.Of(context.Body.Span)))
        {
            return AnswerAgain(request, targets);
        }

        var isCarriedOut = false;
        try
        {
            var response = await RunAsync(writes, targets, request, context);
            isCarriedOut = true;
            return response;
        }
        finally
        {
            region.Tokens.End(token, isCarriedOut);
        }
    }

    /// <summary>A repeated request changes nothing, and costs reading what the first one wrote.</summary>
    private static TransactWriteItemsResponse AnswerAgain(TransactWriteItemsRequest request, Target[] targets)
    {
        var capacity = new CapacityReport(request.ReturnConsumedCapacity);
        foreach (var target in targets)
        {
            var size = target.Table.Read(target.Key)?.Size ?? 0;
            capacity.Add(target.Table.Name, () => Cost.OfRead(size, isConsistent: true));
        }

        return new TransactWriteItemsResponse { ConsumedCapacity = capacity.ToTransactionList(isRead: true) };
    }

    private async ValueTask<TransactWriteItemsResponse> RunAsync(
        List<IWrite> writes, Target[] targets, TransactWriteItemsRequest request, AwsRequest context)
    {
        var transaction = new WriteTransaction(writes, targets);
        var held = context.Faults?.Strike(FaultKind.HoldTransaction)?.Delay ?? TimeSpan.Zero;
        await transaction.RunAsync(options.TransactionLatency + held, options.TimeProvider);

        var capacity = new CapacityReport(request.ReturnConsumedCapacity);
        foreach (var (target, outcome) in targets.Zip(transaction.Outcomes))
        {
            capacity.Add(target.Table.Name, () => Cost.OfWrite(target.Table, outcome));
        }

        return new TransactWriteItemsResponse
        {
            ConsumedCapacity = capacity.ToTransactionList(isRead: false),
            ItemCollectionMetrics = ItemCollectionMetrics.Of(
                request.ReturnItemCollectionMetrics, targets.Select(target => (target.Table, target.Key))),
        };
    }

    private List<IWrite> Prepare(TransactWriteItemsRequest request)
    {
        new Constraints()
            .Length("clientRequestToken", request.ClientRequestToken?.Length, 1, MaxTokenLength, request.ClientRequestToken ?? "")
            .OneOf("returnConsumedCapacity", request.ReturnConsumedCapacity, Constraints.ReturnConsumedCapacity)
            .OneOf(
                "returnItemCollectionMetrics",
                request.ReturnItemCollectionMetrics,
                Constraints.ReturnItemCollectionMetrics)
            .Required("transactItems", request.TransactItems)
            .Length("transactItems", request.TransactItems?.Count, 1, MaxActions, request.TransactItems is [] ? "[]" : "[…]")
            .ThrowIfViolated();
        List<IWrite> writes = [.. request.TransactItems!.Select(Prepare)];
        return SizeOf(request.TransactItems!) > MaxBytes
            ? throw DynamoDbErrors.Validation("Transaction payload size cannot exceed 4 MB")
            : writes;
    }

    private IWrite Prepare(TransactWriteItem action, int index)
    {
        var path = $"transactItems.{index + 1}.member.";
        return action switch
        {
            { Put: { } put, Update: null, Delete: null, ConditionCheck: null } => factory.Put(put, path + "put."),
            { Update: { } update, Put: null, Delete: null, ConditionCheck: null } => factory.Update(update, path + "update."),
            { Delete: { } delete, Put: null, Update: null, ConditionCheck: null } => factory.Delete(delete, path + "delete."),
            { ConditionCheck: { } check, Put: null, Update: null, Delete: null } =>
                factory.ConditionCheck(check, path + "conditionCheck."),
            _ => throw DynamoDbErrors.Validation("TransactItems can only contain one of Check, Put, Update or Delete"),
        };
    }

    /// <summary>What the request brings along, not what is stored.</summary>
    private static long SizeOf(List<TransactWriteItem> actions) => actions.Sum(action =>
        SizeOf(action.Put?.Item, action.Put?.ExpressionAttributeValues)
        + SizeOf(action.Update?.Key, action.Update?.ExpressionAttributeValues)
        + SizeOf(action.Delete?.Key, action.Delete?.ExpressionAttributeValues)
        + SizeOf(action.ConditionCheck?.Key, action.ConditionCheck?.ExpressionAttributeValues));

    private static long SizeOf(AttributeMap? target, AttributeMap? values) => (target?.Size ?? 0) + (values?.Size ?? 0L);
}
