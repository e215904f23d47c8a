using System.Text.Json.Nodes;
using LocalAws.Faults;
using LocalAws.Tests.Sqs;

namespace LocalAws.Tests.Faults;

public sealed class WhenSqsIsUnreliable : SqsSpec
{
    [Fact]
    public async Task Entries_of_a_batch_fail_without_effect_while_others_succeed()
    {
        var queue = await CreateAsync("orders");
        Faults = Given.Fault(new FaultRule("sqs.SendMessageBatch", FaultKind.FailEntries) { Times = 1 });

        var answer = await CallAsync("SendMessageBatch", new
        {
            QueueUrl = queue,
            Entries = new[] { new { Id = "a", MessageBody = "first" }, new { Id = "b", MessageBody = "second" } },
        });

        var failed = Assert.Single(answer["Failed"]!.AsArray())!;
        Assert.Equal(("a", "InternalFailure", false), ((string?)failed["Id"], (string?)failed["Code"], (bool)failed["SenderFault"]!));
        Assert.Equal("b", (string?)Assert.Single(answer["Successful"]!.AsArray())!["Id"]);
        Faults = null;
        Assert.Equal(["second"], Bodies(await ReceiveAsync(queue)));
    }

    [Fact]
    public async Task A_message_is_handed_out_again_though_it_is_leased_and_its_newest_receipt_counts()
    {
        var queue = await CreateAsync("orders");
        var id = await SendAsync(queue, "order");
        Faults = Given.Fault(new FaultRule("sqs.ReceiveMessage", FaultKind.Duplicate) { Times = 1 });

        var both = await ReceiveAsync(queue);

        Assert.Equal([id, id], both.Select(message => (string?)message!["MessageId"]));
        Assert.Equal((0, 1, 0), await CountsAsync(queue));
        await DeleteAsync(queue, both[0]!);
        Assert.Equal((0, 1, 0), await CountsAsync(queue));
        await DeleteAsync(queue, both[1]!);
        Assert.Equal((0, 0, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task A_later_message_is_handed_out_first()
    {
        var queue = await CreateAsync("orders");
        foreach (var body in Names("first", "second", "third"))
        {
            await SendAsync(queue, body);
        }

        Faults = Given.Fault(new FaultRule("sqs.ReceiveMessage", FaultKind.Reorder) { Times = 1 });

        Assert.Equal(["second", "third", "first"], Bodies(await ReceiveAsync(queue)));
    }

    [Theory]
    [InlineData("DeleteMessage")]
    [InlineData("ChangeMessageVisibility")]
    public async Task A_receipt_that_expires_is_refused_and_its_message_is_visible_at_once(string operation)
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "order");
        var handle = Handle(await ReceiveOneAsync(queue));
        Faults = Given.Fault(new FaultRule($"sqs.{operation}", FaultKind.ExpireReceipt) { Times = 1 });

        var refusal = await RefusedAsync(operation, new { QueueUrl = queue, ReceiptHandle = handle, VisibilityTimeout = 30 });

        Assert.Equal("InvalidParameterValueException", refusal.Code);
        Assert.EndsWith("Reason: The receipt handle has expired.", refusal.Message);
        Assert.Equal((1, 0, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task A_receipt_that_has_expired_has_no_hold_on_its_message_ever_after()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "order");
        var expired = await ReceiveOneAsync(queue);
        Faults = Given.Fault(new FaultRule("sqs.DeleteMessageBatch", FaultKind.ExpireReceipt) { Times = 1 });

        var failed = Assert.Single((await DeleteAsync(queue, expired))["Failed"]!.AsArray())!;
        await DeleteAsync(queue, expired);

        Assert.Equal(("InvalidParameterValue", true), ((string?)failed["Code"], (bool)failed["SenderFault"]!));
        Assert.Equal((1, 0, 0), await CountsAsync(queue));
        await DeleteAsync(queue, await ReceiveOneAsync(queue));
        Assert.Equal((0, 0, 0), await CountsAsync(queue));
    }

    private Task<JsonNode> DeleteAsync(string queue, JsonNode message) => CallAsync(
        "DeleteMessageBatch", new { QueueUrl = queue, Entries = new[] { new { Id = "a", ReceiptHandle = Handle(message) } } });
}
