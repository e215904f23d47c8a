using System.Text.Json.Nodes;

namespace LocalAws.Tests.Sqs.Fifo;

public sealed class WhenAReceiveIsTriedAgain : FifoSpec
{
    [Fact]
    public async Task It_gets_the_same_messages_with_the_same_handles()
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1", "a2", "b1");
        var first = await TakeAsync(queue, most: 2, attemptId: "try");

        var second = await TakeAsync(queue, most: 2, attemptId: "try");

        Assert.Equal(["a1", "a2"], Bodies(second));
        Assert.Equal(first.Select(message => Handle(message!)), second.Select(message => Handle(message!)));
        Assert.Equal(["b1"], await TakeBodiesAsync(queue));
    }

    [Fact]
    public async Task The_visibility_timeout_begins_anew()
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1");
        await TakeAsync(queue, visibilityTimeout: 10, attemptId: "try");
        Pass(seconds: 9);
        await TakeAsync(queue, visibilityTimeout: 10, attemptId: "try");

        Pass(seconds: 9);

        Assert.Empty(await TakeAsync(queue));
        Assert.Single(await TakeAsync(queue, attemptId: "try"));
    }

    [Fact]
    public async Task It_is_another_receive_after_five_minutes()
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1", "b1");
        await TakeAsync(queue, most: 1, visibilityTimeout: 600, attemptId: "try");

        Pass(seconds: 300);

        Assert.Equal(["b1"], Bodies(await TakeAsync(queue, attemptId: "try")));
    }

    [Theory]
    [InlineData("DeleteMessage")]
    [InlineData("ChangeMessageVisibility")]
    public async Task It_is_another_receive_once_something_was_done_with_a_message(string operation)
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1", "a2", "b1");
        var first = await TakeAsync(queue, most: 2, attemptId: "try");

        var request = new JsonObject { ["QueueUrl"] = queue, ["ReceiptHandle"] = Handle(first[0]!) };
        if (operation == "ChangeMessageVisibility")
        {
            request["VisibilityTimeout"] = 100;
        }

        await CallAsync(operation, request);

        Assert.Equal(["b1"], Bodies(await TakeAsync(queue, attemptId: "try")));
    }

    [Fact]
    public async Task Only_a_FIFO_queue_knows_it_again()
    {
        var standard = await CreateAsync("standard");
        var queue = await CreateFifoAsync();

        var refused = await RefusedAsync("ReceiveMessage", new { QueueUrl = standard, ReceiveRequestAttemptId = "try" });
        var malformed = await RefusedAsync("ReceiveMessage", new { QueueUrl = queue, ReceiveRequestAttemptId = "" });

        Assert.EndsWith("Reason: The request include parameter that is not valid for this queue type.", refused.Message);
        Assert.StartsWith("Value  for parameter ReceiveRequestAttemptId is invalid.", malformed.Message);
    }
}
