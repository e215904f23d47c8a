using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Workers.Events;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Operations.Reading;

/// <summary>Reads the fleet's tables, strongly consistent and page by page: no table has to fit into memory.</summary>
internal sealed class TableReader(IAmazonDynamoDB dynamoDb, ResourceNaming naming, TimeProvider time)
{
    /// <summary>DynamoDB's limit of a batch.</summary>
    public const int BatchSize = 100;

    private const int MostTries = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>How many rows a table has, as DynamoDB counts them every few hours: good for a progress bar.</summary>
    public async Task<long> CountAsync(string table, CancellationToken cancellationToken) =>
        (await dynamoDb.DescribeTableAsync(naming.NameOf(table), cancellationToken)).Table.ItemCount ?? 0;

    /// <summary>Every row; those of one partition come one after another, in the order of their sort keys.</summary>
    /// <param name="table">The unprefixed name.</param>
    /// <param name="shape">Says which rows and attributes, where not all.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public async IAsyncEnumerable<Row> ScanAsync(
        string table, Action<ScanRequest>? shape = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new ScanRequest { TableName = naming.NameOf(table), ConsistentRead = true };
        shape?.Invoke(request);
        do
        {
            var page = await dynamoDb.ScanAsync(request, cancellationToken);
            foreach (var row in page.Items ?? [])
            {
                yield return row;
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }

    /// <summary>Every row of a partition, in the order of their sort keys.</summary>
    public async Task<IReadOnlyList<Row>> QueryAsync(string table, string key, string value, CancellationToken cancellationToken) =>
        await StreamAsync(table, key, value, cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The same page by page, for a partition that need not fit into memory.</summary>
    public async IAsyncEnumerable<Row> StreamAsync(
        string table, string key, string value, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = naming.NameOf(table),
            ConsistentRead = true,
            KeyConditionExpression = "#key = :value",
            ExpressionAttributeNames = new() { ["#key"] = key },
            ExpressionAttributeValues = new() { [":value"] = new() { S = value } },
        };
        do
        {
            var page = await dynamoDb.QueryAsync(request, cancellationToken);
            foreach (var row in page.Items ?? [])
            {
                yield return row;
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }

    /// <summary>One row; null where there is none.</summary>
    public async Task<Row?> FindAsync(string table, Row key, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest(naming.NameOf(table), key) { ConsistentRead = true };
        return (await dynamoDb.GetItemAsync(request, cancellationToken)).Item is { Count: > 0 } row ? row : null;
    }

    /// <summary>Those of at most a hundred rows that are there, in any order.</summary>
    /// <exception cref="OperationFailedException">DynamoDB left some unread ten times.</exception>
    public async Task<IReadOnlyList<Row>> FindAllAsync(string table, IReadOnlyCollection<Row> keys, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        Dictionary<string, KeysAndAttributes> unread = new() { [naming.NameOf(table)] = new() { ConsistentRead = true, Keys = [.. keys] } };
        for (var attempt = 1; keys.Count > 0; attempt++)
        {
            var batch = await dynamoDb.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = unread }, cancellationToken);
            rows.AddRange((batch.Responses ?? []).SelectMany(found => found.Value));
            if (batch.UnprocessedKeys is not { Count: > 0 })
            {
                break;
            }

            if (attempt == MostTries)
            {
                throw new OperationFailedException(
                    $"DynamoDB left rows of {naming.NameOf(table)} unread {MostTries} times: try again when it is less busy.");
            }

            unread = batch.UnprocessedKeys;
            await Task.Delay(Pause * attempt, time, cancellationToken);
        }

        return rows;
    }
}
