using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Workers.Tests.Effects.Beats;

/// <summary>The SDK's client over the fleet's table in memory.</summary>
internal sealed class FleetDynamo() : AmazonDynamoDBClient(new AnonymousAWSCredentials(), RegionEndpoint.USEast1)
{
    private readonly Dictionary<string, Dictionary<string, AttributeValue>> _rows = [];

    /// <summary>The calls, for example <c>GetItem queue/orders-queue</c>.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>What each call meets, if anything.</summary>
    public Func<Task>? Meets { get; set; }

    public IReadOnlyDictionary<string, AttributeValue>? this[string key] => _rows.GetValueOrDefault(key);

    /// <summary>What somebody writes.</summary>
    public void Holds(string key, Dictionary<string, AttributeValue> row) => _rows[key] = row;

    public override async Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        var key = await CalledAsync("GetItem", request.Key, cancellationToken);
        return new() { Item = _rows.GetValueOrDefault(key) };
    }

    public override async Task<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
    {
        var key = await CalledAsync("UpdateItem", request.Key, cancellationToken);
        var row = _rows[key] = new(_rows.GetValueOrDefault(key) ?? request.Key);
        foreach (var (name, value) in request.ExpressionAttributeValues)
        {
            row[name[1..]] = value;
        }

        return new() { Attributes = row };
    }

    public override async Task<DeleteItemResponse> DeleteItemAsync(
        string tableName, Dictionary<string, AttributeValue> key, CancellationToken cancellationToken = default)
    {
        _rows.Remove(await CalledAsync("DeleteItem", key, cancellationToken));
        return new();
    }

    public override Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) => Task.FromResult(new QueryResponse
    {
        Items = [.. _rows.Where(row => row.Key.StartsWith(request.ExpressionAttributeValues[":part"].S, StringComparison.Ordinal)).Select(row => row.Value)],
    });

    private async Task<string> CalledAsync(string name, Dictionary<string, AttributeValue> key, CancellationToken cancellationToken)
    {
        var text = $"{key["part"].S}/{key["name"].S}";
        Calls.Add($"{name} {text}");
        await (Meets?.Invoke() ?? Task.CompletedTask).WaitAsync(cancellationToken);
        return text;
    }
}
