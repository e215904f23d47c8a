using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;
using LocalAws.Faults;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Batches;

internal sealed record BatchGetItemRequest(
    Dictionary<string, KeysAndAttributes?>? RequestItems,
    string? ReturnConsumedCapacity);

/// <summary>What a batch reads from one table.</summary>
internal sealed class KeysAndAttributes
{
    public List<AttributeMap>? Keys { get; set; }

    public string? ProjectionExpression { get; set; }

    public Dictionary<string, string>? ExpressionAttributeNames { get; set; }

    public bool? ConsistentRead { get; set; }

    /// <summary>The same for other keys: what a client sends to read the rest.</summary>
    public KeysAndAttributes For(List<AttributeMap> keys) => new()
    {
        Keys = keys,
        ProjectionExpression = ProjectionExpression,
        ExpressionAttributeNames = ExpressionAttributeNames,
        ConsistentRead = ConsistentRead,
    };
}

internal sealed class BatchGetItemResponse
{
    public required Dictionary<string, List<AttributeMap>> Responses { get; init; }

    public required Dictionary<string, KeysAndAttributes> UnprocessedKeys { get; init; }

    public List<ConsumedCapacity>? ConsumedCapacity { get; init; }
}

/// <summary>BatchGetItem: each item as GetItem reads it, up to 16 MB; the keys beyond that are left to the client.</summary>
internal sealed class BatchGetItem(Regions regions, ExpressionLibrary expressions)
{
    private const int MaxKeys = 100;
    private const long MaxBytes = 16 * 1024 * 1024;

    public BatchGetItemResponse Get(BatchGetItemRequest request, AwsRequest context)
    {
        var region = regions.Of(context);
        var gets = Prepare(request).ConvertAll(get => (get.Name, get.Request, get.Projection, Table: region.Table(get.Name)));
        var located = gets.ConvertAll(get => (get, Keys: Locate(get.Table, get.Request, get.Projection)));

        var responses = new Dictionary<string, List<AttributeMap>>();
        var unprocessed = new Dictionary<string, KeysAndAttributes>();
        var capacity = new CapacityReport(request.ReturnConsumedCapacity);
        var bytes = 0L;
        var isFull = false;
        foreach (var (get, keys) in located)
        {
            // Under the name that was asked for, which may be an ARN.
            var items = responses[get.Name] = [];
            List<AttributeMap> left = [];
            for (var i = 0; i < keys.Count; i++)
            {
                var item = get.Table.Read(keys[i]);
                var size = item?.Size ?? 0;
                isFull |= bytes + size > MaxBytes;
                if (isFull || context.Faults?.Strikes(FaultKind.FailEntries) == true)
                {
                    left.Add(get.Request.Keys![i]);
                    continue;
                }

                bytes += size;
                capacity.Add(get.Table.Name, () => Cost.OfRead(size, get.Request.ConsistentRead == true));
                if (item is not null)
                {
                    items.Add(get.Projection is null ? item : get.Projection.Of(item));
                }
            }

            if (left.Count > 0)
            {
                unprocessed[get.Name] = get.Request.For(left);
            }
        }

        return new BatchGetItemResponse
        {
            Responses = responses,
            UnprocessedKeys = unprocessed,
            ConsumedCapacity = capacity.ToList(),
        };
    }

    private static List<ItemKey> Locate(Table table, KeysAndAttributes get, Projection? projection)
    {
        KeyPaths.RefuseNested(table, projection?.NestedHeads);
        var keys = get.Keys!.ConvertAll(key => table.Schema.Parse(key));
        RefuseDuplicates(keys);
        return keys;
    }

    private static void RefuseDuplicates<T>(List<T> keys)
    {
        if (new HashSet<T>(keys).Count < keys.Count)
        {
            throw DynamoDbErrors.Validation("Provided list of item keys contains duplicates");
        }
    }

    private List<(string Name, KeysAndAttributes Request, Projection? Projection)> Prepare(BatchGetItemRequest request)
    {
        var constraints = new Constraints()
            .OneOf("returnConsumedCapacity", request.ReturnConsumedCapacity, Constraints.ReturnConsumedCapacity)
            .Required("requestItems", request.RequestItems)
            .Length("requestItems", request.RequestItems?.Count, 1, MaxKeys, "{}");
        foreach (var (tableName, get) in request.RequestItems ?? [])
        {
            constraints
                .Required($"requestItems.{tableName}.member.keys", get?.Keys)
                .Length($"requestItems.{tableName}.member.keys", get?.Keys?.Count, 1, MaxKeys, get?.Keys is [] ? "[]" : "[…]");
        }

        constraints.ThrowIfViolated();
        return request.RequestItems!.Values.Sum(get => get!.Keys!.Count) > MaxKeys
            ? throw DynamoDbErrors.Validation("Too many items requested for the BatchGetItem call")
            : [.. request.RequestItems.Select(get => (get.Key, get.Value!, Project(get.Value!)))];
    }

    private Projection? Project(KeysAndAttributes get)
    {
        var attributes = new ExpressionAttributes(get.ExpressionAttributeNames, values: null);
        var projection = expressions.Projection(get.ProjectionExpression, attributes);
        attributes.RefuseUnused();
        RefuseDuplicates(get.Keys!);
        return projection;
    }
}
