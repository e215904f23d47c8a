using Amazon.DynamoDBv2;
using Microsoft.Extensions.DependencyInjection;
using Workers.Contracts;

namespace Workers.Tests.Producer;

public sealed class WhenARequestOfAKeyIsUnderWay : IAsyncLifetime
{
    private static readonly object Restock = new { quantity = 1 };

    private readonly ProducerHost _producer = new();
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<(int Status, System.Text.Json.Nodes.JsonObject Body)> _first = null!;

    public async ValueTask InitializeAsync()
    {
        _producer.Bus.Gate = _gate.Task;
        await _producer.InitializeAsync();
        _first = RestockAsync();
        while (_producer.Bus.Calls == 0)
        {
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _gate.TrySetResult();
        await _first;
        await _producer.DisposeAsync();
    }

    [Fact]
    public async Task A_repeat_hears_when_to_come_back_and_publishes_nothing()
    {
        using var response = await _producer.SendAsync(HttpMethod.Post, "/inventory/P/restock", Restock, "key");

        Assert.Equal(409, (int)response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
        Assert.Equal(1, _producer.Bus.Calls);
    }

    [Fact]
    public async Task Another_body_is_refused_for_good()
    {
        var (status, _) = await _producer.PostAsync("/inventory/P/restock", new { quantity = 2 }, "key");

        Assert.Equal(422, status);
    }

    [Fact]
    public async Task After_its_lease_a_repeat_publishes_the_same_event()
    {
        await EndTheLeaseAsync();
        _producer.Bus.Gate = Task.CompletedTask;

        var (status, body) = await RestockAsync();

        Assert.Equal(202, status);
        Assert.Equal(_producer.Bus.Taken[0], _producer.Bus.Taken[1]);
        Assert.Equal(_producer.Bus.Taken[0].EventId, (string?)body["eventId"]);
    }

    private Task<(int Status, System.Text.Json.Nodes.JsonObject Body)> RestockAsync() => _producer.PostAsync("/inventory/P/restock", Restock, "key");

    private async Task EndTheLeaseAsync()
    {
        var dynamoDb = _producer.Services.GetRequiredService<IAmazonDynamoDB>();
        var rows = await dynamoDb.ScanAsync(new() { TableName = Topology.HttpRequestsTable }, TestContext.Current.CancellationToken);
        var row = Assert.Single(rows.Items);
        row["leaseUntil"] = new() { N = "0" };
        await dynamoDb.PutItemAsync(new() { TableName = Topology.HttpRequestsTable, Item = row }, TestContext.Current.CancellationToken);
    }
}
