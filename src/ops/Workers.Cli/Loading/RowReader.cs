using Amazon.DynamoDBv2.Model;
using Workers.Cli.Running;

namespace Workers.Cli.Loading;

/// <summary>Reads one attribute of a table's rows.</summary>
internal sealed class RowReader(Session session, string table, string key, string attribute)
{
    /// <summary>DynamoDB's limit of a batch.</summary>
    public const int BatchSize = 100;

    private readonly string _table = session.Naming.NameOf(table);

    /// <summary>The attribute of those of at most a hundred rows that are there, by key.</summary>
    public async Task<IReadOnlyDictionary<string, AttributeValue>> ReadAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var request = new KeysAndAttributes
        {
            Keys = [.. keys.Select(value => new Dictionary<string, AttributeValue> { [key] = new() { S = value } })],
            ConsistentRead = true,
            ProjectionExpression = "#key, #attribute",
            ExpressionAttributeNames = new() { ["#key"] = key, ["#attribute"] = attribute },
        };

        // Rows that DynamoDB did not come to read as not there: whoever waits for one asks again anyway.
        var response = await session.Aws.DynamoDb.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = new() { [_table] = request } }, cancellationToken);
        return (response.Responses?.GetValueOrDefault(_table) ?? []).ToDictionary(row => row[key].S, row => row[attribute]);
    }
}
