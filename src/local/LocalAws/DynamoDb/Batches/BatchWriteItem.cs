using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Items;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;
using LocalAws.Faults;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Batches;

internal sealed record BatchWriteItemRequest(
    Dictionary<string, List<WriteRequest>?>? RequestItems,
    string? ReturnConsumedCapacity,
    string? ReturnItemCollectionMetrics);

/// <summary>One put or one delete of a batch.</summary>
internal sealed record WriteRequest(PutRequest? PutRequest, DeleteRequest? DeleteRequest);

/// <summary>The item to put.</summary>
internal sealed record PutRequest(AttributeMap? Item);

/// <summary>The key of the item to delete.</summary>
internal sealed record DeleteRequest(AttributeMap? Key);

internal sealed class BatchWriteItemResponse
{
    public required Dictionary<string, List<WriteRequest>> UnprocessedItems { get; init; }

    public List<ConsumedCapacity>? ConsumedCapacity { get; init; }

    public Dictionary<string, List<ItemCollectionMetrics>>? ItemCollectionMetrics { get; init; }
}

/// <summary>
/// BatchWriteItem: each write for itself. A write that meets an open transaction is left to the client as unprocessed.
/// </summary>
internal sealed class BatchWriteItem(Regions regions)
{
    private const int MaxWrites = 25;

    private static readonly Guard Unconditional = new(null, ShowsItem: false);

    public BatchWriteItemResponse Write(BatchWriteItemRequest request, AwsRequest context)
    {
        Check(request);
        var region = regions.Of(context);
        var tables = request.RequestItems!.Select(table => (Table: region.Table(table.Key), Writes: table.Value!)).ToList();
        var located = tables.SelectMany(table => Locate(table.Table, table.Writes)).ToList();

        var unprocessed = new Dictionary<string, List<WriteRequest>>();
        var capacity = new CapacityReport(request.ReturnConsumedCapacity);
        var written = new List<(Table Table, ItemKey Key)>();
        foreach (var (table, key, write, source) in located)
        {
            if (context.Faults?.Strikes(FaultKind.FailEntries) != true
                && table.Write(key, write) is { Failure: null } outcome)
            {
                capacity.Add(table.Name, () => Cost.OfWrite(table, outcome));
                written.Add((table, key));
                continue;
            }

            if (!unprocessed.TryGetValue(table.Name, out var left))
            {
                unprocessed[table.Name] = left = [];
            }

            left.Add(source);
        }

        return new BatchWriteItemResponse
        {
            UnprocessedItems = unprocessed,
            ConsumedCapacity = capacity.ToList(),
            ItemCollectionMetrics = ItemCollectionMetrics.Of(request.ReturnItemCollectionMetrics, written),
        };
    }

    private static List<(Table Table, ItemKey Key, IWrite Write, WriteRequest Source)> Locate(
        Table table, List<WriteRequest> requests)
    {
        var seen = new HashSet<ItemKey>();
        return requests.ConvertAll(request =>
        {
            var (key, write) = Locate(table, request);
            return seen.Add(key)
                ? (table, key, write, request)
                : throw DynamoDbErrors.Validation("Provided list of item keys contains duplicates");
        });
    }

    private static (ItemKey Key, IWrite Write) Locate(Table table, WriteRequest request)
    {
        if (request.PutRequest?.Item is not { } item)
        {
            var delete = new DeleteWrite(table.Name, request.DeleteRequest!.Key!, Unconditional);
            return (delete.Locate(table), delete);
        }

        var key = table.Schema.KeyOfBatched(item);
        var put = new PutWrite(table.Name, item, Unconditional);
        put.Locate(table);
        return (key, put);
    }

    private static void CheckOne(WriteRequest request)
    {
        switch (request)
        {
            case { PutRequest.Item: { } item, DeleteRequest: null }:
                WriteFactory.RefuseTooLarge(item);
                break;
            case { DeleteRequest.Key: not null, PutRequest: null }:
                break;
            default:
                throw DynamoDbErrors.Validation("Supplied AttributeValue has more than one datatypes set, "
                    + "must contain exactly one of the supported datatypes");
        }
    }

    private static void Check(BatchWriteItemRequest request)
    {
        var constraints = new Constraints()
            .OneOf("returnConsumedCapacity", request.ReturnConsumedCapacity, Constraints.ReturnConsumedCapacity)
            .OneOf(
                "returnItemCollectionMetrics",
                request.ReturnItemCollectionMetrics,
                Constraints.ReturnItemCollectionMetrics)
            .Required("requestItems", request.RequestItems)
            .Length("requestItems", request.RequestItems?.Count, 1, MaxWrites, "{}");
        constraints.ListLengths(
            "requestItems",
            (request.RequestItems ?? []).ToDictionary(table => table.Key, table => table.Value?.Count),
            MaxWrites);
        constraints.ThrowIfViolated();
        if (request.RequestItems!.Values.Sum(writes => writes!.Count) > MaxWrites)
        {
            throw DynamoDbErrors.Validation("Too many items requested for the BatchWriteItem call");
        }

        foreach (var write in request.RequestItems.Values.SelectMany(writes => writes!))
        {
            CheckOne(write);
        }
    }
}
