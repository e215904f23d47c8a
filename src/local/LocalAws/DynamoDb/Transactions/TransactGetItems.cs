using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Items;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Transactions;

internal sealed record TransactGetItemsRequest(List<TransactGetItem>? TransactItems, string? ReturnConsumedCapacity);

/// <summary>One read of a transaction.</summary>
internal sealed record TransactGetItem(GetItemRequest? Get);

internal sealed class TransactGetItemsResponse
{
    /// <summary>In the order of the request; without an item where there is none.</summary>
    public required List<GetItemResponse> Responses { get; init; }

    public List<ConsumedCapacity>? ConsumedCapacity { get; init; }
}

/// <summary>TransactGetItems: all items as of one moment, unless a transaction that writes one of them is open.</summary>
internal sealed class TransactGetItems(Regions regions, ExpressionLibrary expressions)
{
    private const int MaxGets = 100;

    public TransactGetItemsResponse Get(TransactGetItemsRequest request, AwsRequest context)
    {
        var references = Prepare(request);
        var targets = Targets.Locate(references, regions.Of(context));
        var items = Read(targets);

        var capacity = new CapacityReport(request.ReturnConsumedCapacity);
        foreach (var (target, item) in targets.Zip(items))
        {
            capacity.Add(target.Table.Name, () => Cost.OfRead(item?.Size ?? 0, isConsistent: true));
        }

        return new TransactGetItemsResponse
        {
            Responses = [.. items.Zip(references, (item, reference) => new GetItemResponse
            {
                Item = item is null || reference.Projection is null ? item : reference.Projection.Of(item),
            })],
            ConsumedCapacity = capacity.ToTransactionList(isRead: true),
        };
    }

    private static AttributeMap?[] Read(Target[] targets)
    {
        using var gates = new Gates(targets);
        if (Array.Exists(targets, IsClaimed))
        {
            throw DynamoDbErrors.TransactionCanceled(
                [.. targets.Select(target => IsClaimed(target) ? CancellationReason.Conflict : CancellationReason.None)]);
        }

        return Array.ConvertAll(targets, target => target.Table.Live(target.Shard.Find(target.Key)));
    }

    private static bool IsClaimed(Target target) => target.Shard.IsClaimed(target.Key);

    private List<ItemReference> Prepare(TransactGetItemsRequest request)
    {
        var constraints = new Constraints()
            .OneOf("returnConsumedCapacity", request.ReturnConsumedCapacity, Constraints.ReturnConsumedCapacity)
            .Required("transactItems", request.TransactItems)
            .Length("transactItems", request.TransactItems?.Count, 1, MaxGets, request.TransactItems is [] ? "[]" : "[…]");
        foreach (var (index, item) in (request.TransactItems ?? []).Index())
        {
            constraints.Required($"transactItems.{index + 1}.member.get", item.Get);
        }

        constraints.ThrowIfViolated();
        return [.. request.TransactItems!.Select((item, index) =>
            GetItem.Prepare(item.Get!, expressions, $"transactItems.{index + 1}.member.get."))];
    }
}
