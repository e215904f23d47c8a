using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;
using LocalAws.Faults;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Batches;

/// <summary>BatchGetItem: each item as GetItem reads it, up to 16 MB; the keys beyond that are left to the client.</summary>
internal sealed class BatchReads(Regions regions, ExpressionLibrary expressions)
{
    private const int MaxKeys = 100;
    private const long MaxBytes = 16 * 1024 * 1024;

    public BatchGetItemResponse Get(BatchGetItemRequest request, AwsRequest context)
    {
        var region = regions.Of(context);
        var gets = Prepare(request).Select(get => (get.Request, get.Projection, Table: region.Table(get.TableName))).ToList();
        var located = gets.ConvertAll(get => (get.Request, get.Projection, get.Table, Keys: Locate(get.Table, get.Request)));

        var responses = new Dictionary<string, List<AttributeMap>>();
        var unprocessed = new Dictionary<string, KeysAndAttributes>();
        var capacity = new CapacityReport(request.ReturnConsumedCapacity);
        var bytes = 0L;
        foreach (var (get, projection, table, keys) in located)
        {
            var items = responses[table.Name] = [];
            List<AttributeMap> left = [];
            for (var i = 0; i < keys.Count; i++)
            {
                if (bytes >= MaxBytes || context.Faults?.Strikes(FaultKind.FailEntries) == true)
                {
                    left.Add(get.Keys![i]);
                    continue;
                }

                var item = table.Read(keys[i]);
                bytes += item?.Size ?? 0;
                capacity.Add(table.Name, CapacityUnits.Read(item?.Size ?? 0, get.ConsistentRead == true));
                if (item is not null)
                {
                    items.Add(projection is null ? item : projection.Of(item));
                }
            }

            if (left.Count > 0)
            {
                unprocessed[table.Name] = get.For(left);
            }
        }

        return new BatchGetItemResponse
        {
            Responses = responses,
            UnprocessedKeys = unprocessed,
            ConsumedCapacity = capacity.ToList(),
        };
    }

    private static List<ItemKey> Locate(Table table, KeysAndAttributes get)
    {
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

    private List<(string TableName, KeysAndAttributes Request, Projection? Projection)> Prepare(BatchGetItemRequest request)
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
        LegacyParameters.Refuse(get.Unread);
        RefuseDuplicates(get.Keys!);
        var attributes = new ExpressionAttributes(get.ExpressionAttributeNames, values: null);
        var projection = expressions.Projection(get.ProjectionExpression, attributes);
        attributes.RefuseUnused();
        return projection;
    }
}
