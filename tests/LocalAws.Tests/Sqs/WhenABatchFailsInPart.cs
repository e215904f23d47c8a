using System.Text.Json.Nodes;

namespace LocalAws.Tests.Sqs;

public sealed class WhenABatchFailsInPart : SqsSpec
{
    [Fact]
    public async Task The_other_messages_are_sent()
    {
        var queue = await CreateAsync("orders", new { MaximumMessageSize = "1024" });

        var answer = await CallAsync("SendMessageBatch", new
        {
            QueueUrl = queue,
            Entries = new object[]
            {
                new { Id = "good", MessageBody = "x" },
                new { Id = "control", MessageBody = "\u0001" },
                new { Id = "large", MessageBody = new string('x', 1025) },
                new { Id = "late", MessageBody = "x", DelaySeconds = 901 },
                new { Id = "delayed", MessageBody = "x", DelaySeconds = 900 },
            },
        });

        Assert.Equal(["good", "delayed"], Ids(answer, "Successful"));
        Assert.Equal(["control", "large", "late"], Ids(answer, "Failed"));
        var failure = answer["Failed"]![1]!;
        Assert.Equal(("InvalidParameterValue", true), ((string?)failure["Code"], (bool)failure["SenderFault"]!));
        Assert.Equal(
            "One or more parameters cannot be validated. Reason: Message must be shorter than 1024 bytes.", (string?)failure["Message"]);
        Assert.Equal((1, 0, 1), await CountsAsync(queue));
    }

    [Fact]
    public async Task The_other_messages_are_deleted()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");
        var handle = Handle(await ReceiveOneAsync(queue));

        var answer = await CallAsync("DeleteMessageBatch", new
        {
            QueueUrl = queue,
            Entries = new[] { new { Id = "good", ReceiptHandle = handle }, new { Id = "bad", ReceiptHandle = "garbage" } },
        });

        Assert.Equal(["good"], Ids(answer, "Successful"));
        Assert.Equal("ReceiptHandleIsInvalid", (string?)answer["Failed"]![0]!["Code"]);
        Assert.Equal((0, 0, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task The_other_messages_change_their_visibility()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "deleted");
        var deleted = Handle(await ReceiveOneAsync(queue));
        await CallAsync("DeleteMessage", new { QueueUrl = queue, ReceiptHandle = deleted });
        await SendAsync(queue, "held");
        var held = Handle(await ReceiveOneAsync(queue));

        var answer = await CallAsync("ChangeMessageVisibilityBatch", new
        {
            QueueUrl = queue,
            Entries = new[]
            {
                new { Id = "deleted", ReceiptHandle = deleted, VisibilityTimeout = 0 },
                new { Id = "held", ReceiptHandle = held, VisibilityTimeout = 0 },
            },
        });

        Assert.Equal(["held"], Ids(answer, "Successful"));
        Assert.Equal(["deleted"], Ids(answer, "Failed"));
        Assert.Equal((1, 0, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task Lists_that_would_be_empty_are_left_out()
    {
        var queue = await CreateAsync("orders");

        var answer = await CallAsync("SendMessageBatch", new { QueueUrl = queue, Entries = new[] { new { Id = "a", MessageBody = "x" } } });

        Assert.Null(answer["Failed"]);
    }

    private static IEnumerable<string?> Ids(JsonNode answer, string list) =>
        answer[list]!.AsArray().Select(entry => (string?)entry!["Id"]);
}
