using LocalAws.Faults;

namespace Workers.Tests.Producer;

public sealed class WhenTheBusIsLookedAt
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_does_not_exist_is_not_ready_and_takes_nothing()
    {
        await using var producer = new ProducerHost { PublishesToAws = true };
        await producer.InitializeAsync();
        producer.Aws.Reset();
        while ((await ReadyAsync(producer)) != 503)
        {
            await Task.Yield();
        }

        var (status, problem) = await producer.PostAsync("/inventory/P/restock", new { quantity = 1 });

        Assert.Equal(503, status);
        Assert.Equal("The event bus does not exist.", (string?)problem["title"]);
        Assert.StartsWith("Nothing was published.", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_that_is_throttled_from_the_start_says_nothing_against_it()
    {
        await using var producer = new ProducerHost { PublishesToAws = true };
        producer.BeforeStart = aws => aws.Faults.Set(1, new FaultRule("events.DescribeEventBus", FaultKind.Throttle));
        await producer.InitializeAsync();

        Assert.Equal(200, await ReadyAsync(producer));
        Assert.Equal(202, (await producer.PostAsync("/inventory/P/restock", new { quantity = 1 })).Status);
    }

    [Fact]
    public async Task Probes_ask_the_memory_of_the_last_look()
    {
        await using var producer = new ProducerHost();
        await producer.InitializeAsync();
        var before = producer.Aws.Calls["events.DescribeEventBus"];

        for (var i = 0; i < 50; i++)
        {
            await ReadyAsync(producer);
        }

        Assert.InRange(producer.Aws.Calls["events.DescribeEventBus"] - before, 0, 2);
    }

    private static async Task<int> ReadyAsync(ProducerHost producer)
    {
        using var response = await producer.Http.GetAsync("/health/ready", Cancellation);
        return (int)response.StatusCode;
    }
}
