using Amazon.DynamoDBv2.Model;
using Workers.Effects.Decisions;
using Workers.Effects.Transactions;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Transactions;

public sealed class WhenItemsAreRead : IDisposable
{
    private static readonly ItemKey Count = new("counts", "bucket", "2026-01-15", "metric", "orders");

    private readonly DynamoBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task They_are_read_strongly_consistent_by_table()
    {
        await _bench.Store.ReadAsync([Shop.Product("mug"), Count], TestContext.Current.CancellationToken);

        var request = Assert.Single(_bench.Client.Reads);
        Assert.Equal(["test-products", "test-counts"], request.RequestItems.Keys);
        Assert.All(request.RequestItems.Values, keys => Assert.True(keys.ConsistentRead));
        Assert.Equal("orders", request.RequestItems["test-counts"].Keys[0]["metric"].S);
    }

    [Fact]
    public async Task Each_item_comes_under_its_key_and_null_where_there_is_none()
    {
        _bench.Client.Answers(_ => new() { Responses = new() { ["test-counts"] = [Row("2026-01-15", "orders", 7)] } });

        var items = await _bench.Store.ReadAsync([Shop.Product("mug"), Count], TestContext.Current.CancellationToken);

        Assert.Equal(7, items[Count]!.Number("count"));
        Assert.Null(items[Shop.Product("mug")]);
    }

    [Fact]
    public async Task Unprocessed_keys_are_asked_for_again_after_a_pause()
    {
        _bench.Client.Answers(request => new() { UnprocessedKeys = request.RequestItems });
        _bench.Client.Answers(_ => new() { Responses = new() { ["test-counts"] = [Row("2026-01-15", "orders", 7)] } });

        var reading = _bench.Store.ReadAsync([Count], TestContext.Current.CancellationToken);
        Assert.False(reading.IsCompleted);
        _bench.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(7, (await reading)[Count]!.Number("count"));
        Assert.Equal(2, _bench.Client.Reads.Count);
    }

    [Fact]
    public async Task Keys_that_stay_unprocessed_are_given_up()
    {
        for (var i = 0; i < 4; i++)
        {
            _bench.Client.Answers(request => new() { UnprocessedKeys = request.RequestItems });
        }

        var reading = _bench.Store.ReadAsync([Count], TestContext.Current.CancellationToken);
        _bench.Time.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => reading);
        Assert.Equal(4, _bench.Client.Reads.Count);
    }

    [Fact]
    public async Task More_than_a_hundred_are_several_calls()
    {
        var keys = Enumerable.Range(0, 201).Select(i => Shop.Product($"product-{i}")).ToList();

        var items = await _bench.Store.ReadAsync(keys, TestContext.Current.CancellationToken);

        Assert.Equal([100, 100, 1], _bench.Client.Reads.Select(read => read.RequestItems["test-products"].Keys.Count));
        Assert.Equal(201, items.Count);
    }

    [Fact]
    public async Task None_is_no_call()
    {
        await _bench.Store.ReadAsync([], TestContext.Current.CancellationToken);

        Assert.Empty(_bench.Client.Reads);
    }

    private static Dictionary<string, AttributeValue> Row(string bucket, string metric, int count) => new()
    {
        ["bucket"] = new() { S = bucket },
        ["metric"] = new() { S = metric },
        ["count"] = new() { N = $"{count}" },
    };
}
