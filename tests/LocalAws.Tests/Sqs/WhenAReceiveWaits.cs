using System.Text.Json.Nodes;

namespace LocalAws.Tests.Sqs;

public sealed class WhenAReceiveWaits : SqsSpec
{
    [Fact]
    public async Task It_returns_the_moment_a_message_arrives()
    {
        var queue = await CreateAsync("orders");
        var receive = ReceiveAsync(queue, wait: 20);
        Assert.False(receive.IsCompleted);

        await SendAsync(queue, "a");

        Assert.Equal(["a"], Bodies(await receive));
    }

    [Fact]
    public async Task It_returns_the_moment_a_message_becomes_visible_again()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");
        await ReceiveOneAsync(queue, visibilityTimeout: 7);
        var receive = ReceiveAsync(queue, wait: 20);

        Pass(seconds: 7);

        Assert.Single(await receive);
    }

    [Fact]
    public async Task It_returns_the_moment_a_delay_is_over()
    {
        var queue = await CreateAsync("orders");
        var receive = ReceiveAsync(queue, wait: 20);
        await SendAsync(queue, "a", delaySeconds: 3);

        Pass(seconds: 3);

        Assert.Single(await receive);
    }

    [Fact]
    public async Task It_returns_when_another_shows_its_message_again()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");
        var message = await ReceiveOneAsync(queue);
        var receive = ReceiveAsync(queue, wait: 20);

        await CallAsync("ChangeMessageVisibility", new { QueueUrl = queue, ReceiptHandle = Handle(message), VisibilityTimeout = 0 });

        Assert.Single(await receive);
    }

    [Fact]
    public async Task It_notices_that_a_message_will_be_visible_sooner_than_it_knew()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");
        var message = await ReceiveOneAsync(queue, visibilityTimeout: 300);
        var receive = ReceiveAsync(queue, wait: 20);

        await CallAsync("ChangeMessageVisibility", new { QueueUrl = queue, ReceiptHandle = Handle(message), VisibilityTimeout = 2 });
        Pass(seconds: 2);

        Assert.Single(await receive);
    }

    [Fact]
    public async Task It_gets_what_another_that_waited_took_and_let_go()
    {
        var queue = await CreateAsync("orders");
        Task<JsonArray>[] receives = [ReceiveAsync(queue, visibilityTimeout: 5, wait: 20), ReceiveAsync(queue, visibilityTimeout: 5, wait: 20)];
        await SendAsync(queue, "a");
        var first = await Task.WhenAny(receives);
        Assert.Single(await first);

        Pass(seconds: 5);

        Assert.Single(await receives.Single(receive => receive != first));
    }

    [Fact]
    public async Task It_ends_empty_when_the_wait_is_over()
    {
        var queue = await CreateAsync("orders");
        var receive = ReceiveAsync(queue, wait: 5);

        Pass(seconds: 4.9);
        Assert.False(receive.IsCompleted);
        Pass(seconds: 0.1);

        Assert.Empty(await receive);
    }

    [Fact]
    public async Task The_queue_s_wait_time_is_the_default()
    {
        var queue = await CreateAsync("orders", new { ReceiveMessageWaitTimeSeconds = "5" });
        var waits = ReceiveAsync(queue);

        Assert.False(waits.IsCompleted);
        Assert.Empty(await ReceiveAsync(queue, wait: 0));
        Pass(seconds: 5);
        Assert.Empty(await waits);
    }

    [Fact]
    public async Task One_message_wakes_one_of_many_and_none_is_left_lying()
    {
        var queue = await CreateAsync("orders");
        var receives = Enumerable.Range(0, 5).Select(_ => ReceiveOneOfAsync(queue)).ToList();

        foreach (var body in Names("1", "2", "3", "4", "5"))
        {
            await SendAsync(queue, body);
        }

        Assert.Equal(["1", "2", "3", "4", "5"], (await Task.WhenAll(receives)).Order());
    }

    [Fact]
    public async Task A_batch_wakes_as_many_as_it_has_messages_for()
    {
        var queue = await CreateAsync("orders");
        var receives = Enumerable.Range(0, 3).Select(_ => ReceiveOneOfAsync(queue)).ToList();

        await CallAsync("SendMessageBatch", new
        {
            QueueUrl = queue,
            Entries = Names("1", "2", "3").Select(body => new { Id = body, MessageBody = body }),
        });

        Assert.Equal(["1", "2", "3"], (await Task.WhenAll(receives)).Order());
    }

    [Fact]
    public async Task The_server_s_stop_ends_it_empty()
    {
        var queue = await CreateAsync("orders");
        var receive = ReceiveAsync(queue, wait: 20);

        await Stop.CancelAsync();

        Assert.Empty(await receive);
    }

    private async Task<string> ReceiveOneOfAsync(string queue)
    {
        var answer = await CallAsync("ReceiveMessage", new { QueueUrl = queue, WaitTimeSeconds = 20, MaxNumberOfMessages = 1 });
        return (string)Assert.Single(answer["Messages"]!.AsArray())!["Body"]!;
    }
}
