using Workers.Engine.Handling;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Fifo;

/// <summary>What the engine promises of FIFO queues, on one: each group in order, whatever happens to its messages.</summary>
public sealed class WhenAQueueIsFifo
{
    private static readonly string[] Messages = [.. from number in Enumerable.Range(1, 5) from name in "abc" select $"{name}{number}"];
    private static readonly string[] InOrder = [.. Messages.Order()];

    private readonly AwsEndpoint _endpoint;

    public WhenAQueueIsFifo(AwsEndpoint endpoint)
    {
        Requires.MoreThanMoto(endpoint, "it hands out a group's messages while one of them is in flight, and again in another order");
        _endpoint = endpoint;
    }

    [Fact]
    public async Task Groups_stay_in_order_though_their_handlers_fail()
    {
        await using var queue = await FifoQueue.CreateAsync(_endpoint);
        await queue.SendAsync(Messages);

        await queue.StartAsync((message, attempt, _) => Task.FromResult(
            message[1] is '2' or '4' && attempt == 1 ? Outcome.Retry(TimeSpan.FromSeconds(1)) : Outcome.Done));

        await Eventually.EqualAsync(InOrder, () => Task.FromResult(queue.Log.Done()));
        Assert.Empty(queue.Log.Overlapping);
    }

    [Fact]
    public async Task Two_consumers_share_its_groups_and_never_one_group()
    {
        await using var queue = await FifoQueue.CreateAsync(_endpoint);
        await queue.StartAsync(Briefly);
        await queue.StartAsync(Briefly);

        await queue.SendAsync(Messages);

        await Eventually.EqualAsync(InOrder, () => Task.FromResult(queue.Log.Done()));
        Assert.Empty(queue.Log.Overlapping);
    }

    [Fact]
    public async Task A_group_whose_consumer_died_goes_on_in_order_when_its_messages_come_again()
    {
        await using var queue = await FifoQueue.CreateAsync(_endpoint);
        await queue.SendAsync("a1", "a2", "a3");
        Assert.NotEmpty(await queue.ReceiveAsync(queue.Url, visibilityTimeout: 2));
        await queue.SendAsync("b1");

        await queue.StartAsync((_, _, _) => Task.FromResult(Outcome.Done));

        await Eventually.EqualAsync(["b1"], () => Task.FromResult(queue.Log.Done()));
        await Eventually.EqualAsync(["a1", "a2", "a3", "b1"], () => Task.FromResult(queue.Log.Done()));
    }

    [Fact]
    public async Task A_drained_consumer_leaves_the_rest_of_its_groups_to_the_next_one()
    {
        await using var queue = await FifoQueue.CreateAsync(_endpoint);
        await queue.SendAsync(Messages);
        var first = await queue.StartAsync(Briefly);
        await Eventually.TrueAsync("something is handled", () => Task.FromResult(queue.Log.Done().Count > 0));

        await first.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await queue.InFlightAsync());
        await queue.StartAsync(Briefly);

        await Eventually.EqualAsync(InOrder, () => Task.FromResult(queue.Log.Done()));
        Assert.Empty(queue.Log.Overlapping);
    }

    [Fact]
    public async Task Dead_letters_keep_their_group_and_order_and_the_rest_of_the_group_goes_on()
    {
        await using var queue = await FifoQueue.CreateAsync(_endpoint);
        await queue.SendAsync("a1", "a2", "a3", "a4");

        await queue.StartAsync((message, _, _) => Task.FromResult(
            message is "a2" or "a3" ? Outcome.Reject($"{message} is not wanted") : Outcome.Done));
        await Eventually.EqualAsync(["a1", "a4"], () => Task.FromResult(queue.Log.Done()));

        var letters = await queue.ReceiveAsync(queue.DeadLetterUrl);
        Assert.Equal([2, 3], letters.Select(letter => letter.Body.Contains("\"restock\":2", StringComparison.Ordinal) ? 2 : 3));
        Assert.All(letters, letter => Assert.Equal("a", letter.Attributes["MessageGroupId"]));
    }

    private static async Task<Outcome> Briefly(string message, int attempt, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        return Outcome.Done;
    }
}
