using System.Text.Json.Nodes;

namespace LocalAws.Tests.Sqs;

public sealed class WhenAReceiptIsStale : SqsSpec
{
    [Fact]
    public async Task Deleting_by_it_succeeds_and_deletes_nothing()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");
        var first = await ReceiveOneAsync(queue, visibilityTimeout: 0);
        await ReceiveOneAsync(queue);

        await CallAsync("DeleteMessage", new { QueueUrl = queue, ReceiptHandle = Handle(first) });

        Assert.Equal((0, 1, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task The_latest_one_still_deletes_after_its_timeout()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");
        var message = await ReceiveOneAsync(queue, visibilityTimeout: 1);
        Pass(seconds: 2);

        await CallAsync("DeleteMessage", new { QueueUrl = queue, ReceiptHandle = Handle(message) });

        Assert.Equal((0, 0, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task Deleting_twice_succeeds_twice()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");
        var message = await ReceiveOneAsync(queue);

        await CallAsync("DeleteMessage", new { QueueUrl = queue, ReceiptHandle = Handle(message) });
        await CallAsync("DeleteMessage", new { QueueUrl = queue, ReceiptHandle = Handle(message) });
    }

    [Fact]
    public async Task It_changes_the_visibility_of_a_later_receive_as_on_AWS()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");
        var first = await ReceiveOneAsync(queue, visibilityTimeout: 0);
        await ReceiveOneAsync(queue);

        await CallAsync("ChangeMessageVisibility", new { QueueUrl = queue, ReceiptHandle = Handle(first), VisibilityTimeout = 0 });

        Assert.Equal((1, 0, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task The_visibility_of_a_deleted_message_cannot_be_changed()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");
        var message = await ReceiveOneAsync(queue);
        await CallAsync("DeleteMessage", new { QueueUrl = queue, ReceiptHandle = Handle(message) });

        var error = await RefusedAsync(
            "ChangeMessageVisibility", new { QueueUrl = queue, ReceiptHandle = Handle(message), VisibilityTimeout = 5 });

        Assert.Equal("InvalidParameterValue", error.QueryCode);
    }

    [Fact]
    public async Task It_hides_a_message_that_is_visible_again()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");
        var older = await ReceiveOneAsync(queue, visibilityTimeout: 1);
        Pass(seconds: 1);
        var latest = await ReceiveOneAsync(queue, visibilityTimeout: 1);
        Pass(seconds: 1);

        await HideAsync(latest);
        Assert.Equal((0, 1, 0), await CountsAsync(queue));
        Pass(seconds: 5);
        await HideAsync(older);
        Assert.Equal((0, 1, 0), await CountsAsync(queue));

        Task HideAsync(JsonNode message) => CallAsync(
            "ChangeMessageVisibility", new { QueueUrl = queue, ReceiptHandle = Handle(message), VisibilityTimeout = 5 });
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public async Task What_is_no_receipt_of_this_queue_is_refused(string handle)
    {
        var queue = await CreateAsync("orders");

        var delete = await RefusedAsync("DeleteMessage", new { QueueUrl = queue, ReceiptHandle = handle });
        var change = await RefusedAsync("ChangeMessageVisibility", new { QueueUrl = queue, ReceiptHandle = handle, VisibilityTimeout = 1 });

        Assert.Equal(("ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid"), (delete.Code, change.Code));
    }
}
