using System.Globalization;
using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace LocalAws.Tests.Conformance.Sqs;

public sealed class WhenQueuesAreFifo(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_show_what_they_are()
    {
        var url = await CreateAsync(("ContentBasedDeduplication", "true"));

        var attributes = (await endpoint.Sqs.GetQueueAttributesAsync(url, ["All"], Cancellation)).Attributes;

        Assert.EndsWith(".fifo", attributes["QueueArn"], StringComparison.Ordinal);
        Assert.Equal(("true", "true"), (attributes["FifoQueue"], attributes["ContentBasedDeduplication"]));
        Assert.Equal(("queue", "perQueue"), (attributes["DeduplicationScope"], attributes["FifoThroughputLimit"]));
    }

    [Theory]
    [InlineData("orders", "true")]
    [InlineData("orders.fifo", null)]
    public async Task The_name_and_the_type_go_together(string name, string? isFifo)
    {
        Differences.FifoAttributes.Skip(endpoint);
        var request = new CreateQueueRequest($"{endpoint.Name("queue")}-{name}");
        if (isFifo is not null)
        {
            request.Attributes = new() { ["FifoQueue"] = isFifo };
        }

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(() => endpoint.Sqs.CreateQueueAsync(request, Cancellation));

        Assert.Equal("InvalidParameterValue", error.ErrorCode);
    }

    [Theory]
    [InlineData("FifoQueue", "false", "Unknown Attribute FifoQueue.")]
    [InlineData("DeduplicationScope", "queue", "You can specify the DeduplicationScope only when FifoQueue is set to true.")]
    public async Task A_standard_queue_has_none_of_their_attributes(string name, string value, string message)
    {
        Differences.FifoAttributes.Skip(endpoint);
        var request = new CreateQueueRequest(endpoint.Name("queue")) { Attributes = new() { [name] = value } };

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(() => endpoint.Sqs.CreateQueueAsync(request, Cancellation));

        Assert.Equal(("InvalidAttributeName", message), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task A_limit_by_group_needs_a_scope_by_group()
    {
        Differences.FifoAttributes.Skip(endpoint);
        var url = await CreateAsync();

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(
            () => endpoint.Sqs.SetQueueAttributesAsync(url, new() { ["FifoThroughputLimit"] = "perMessageGroupId" }, Cancellation));
        await endpoint.Sqs.SetQueueAttributesAsync(
            url, new() { ["FifoThroughputLimit"] = "perMessageGroupId", ["DeduplicationScope"] = "messageGroup" }, Cancellation);

        Assert.Equal("InvalidAttributeValue", error.ErrorCode);
    }

    [Fact]
    public async Task Messages_have_growing_numbers_and_tell_their_group_and_id()
    {
        Differences.SequenceNumbers.Skip(endpoint);
        var url = await CreateAsync();

        var first = await SendAsync(url, "a1");
        var second = await SendAsync(url, "a2");
        var message = (await ReceiveAsync(url))[0];

        Assert.True(Number(first.SequenceNumber) < Number(second.SequenceNumber));
        Assert.Equal(("a", "a1"), (message.Attributes["MessageGroupId"], message.Attributes["MessageDeduplicationId"]));
        Assert.Equal(first.SequenceNumber, message.Attributes["SequenceNumber"]);

        static UInt128 Number(string text) => UInt128.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_message_needs_a_group_and_an_id()
    {
        var url = await CreateAsync();

        var noGroup = await RefusedAsync(new SendMessageRequest(url, "x") { MessageDeduplicationId = "1" });
        var noId = await RefusedAsync(new SendMessageRequest(url, "x") { MessageGroupId = "a" });

        Assert.Equal(("MissingParameter", "The request must contain the parameter MessageGroupId."), (noGroup.ErrorCode, noGroup.Message));
        Assert.Equal("InvalidParameterValue", noId.ErrorCode);
        Assert.StartsWith("The queue should either have ContentBasedDeduplication enabled", noId.Message);
    }

    [Fact]
    public async Task A_message_has_no_delay_of_its_own()
    {
        var url = await CreateAsync();

        var error = await RefusedAsync(
            new SendMessageRequest(url, "x") { MessageGroupId = "a", MessageDeduplicationId = "1", DelaySeconds = 2 });

        Assert.Equal("InvalidParameterValue", error.ErrorCode);
        Assert.StartsWith("Value 2 for parameter DelaySeconds is invalid.", error.Message);
    }

    [Fact]
    public async Task A_batch_in_which_one_lacks_its_group_is_refused_whole()
    {
        Differences.FifoBatches.Skip(endpoint);
        var url = await CreateAsync();

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(() => endpoint.Sqs.SendMessageBatchAsync(
            url,
            [
                new("1", "x") { MessageGroupId = "a", MessageDeduplicationId = "1" },
                new("2", "x") { MessageDeduplicationId = "2" },
            ],
            Cancellation));

        Assert.Equal(("InvalidParameterValue", "The request must contain the parameter MessageGroupId."), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task A_duplicate_is_answered_as_the_first_and_not_delivered()
    {
        var url = await CreateAsync();
        var first = await SendAsync(url, "a1", id: "same");

        var second = await SendAsync(url, "a2", id: "same");

        Assert.Equal("a1", Assert.Single(await ReceiveAsync(url)).Body);
        Differences.DuplicateAnswer.Skip(endpoint);
        Assert.Equal((first.MessageId, first.SequenceNumber), (second.MessageId, second.SequenceNumber));
    }

    [Fact]
    public async Task The_content_tells_duplicates_where_it_is_to()
    {
        var url = await CreateAsync(("ContentBasedDeduplication", "true"));

        await endpoint.Sqs.SendMessageAsync(new SendMessageRequest(url, "same") { MessageGroupId = "a" }, Cancellation);
        await endpoint.Sqs.SendMessageAsync(new SendMessageRequest(url, "same") { MessageGroupId = "a" }, Cancellation);

        Assert.Single(await ReceiveAsync(url));
    }

    [Fact]
    public async Task Groups_have_duplicates_of_their_own_where_the_scope_is_the_group()
    {
        Differences.DeduplicationScope.Skip(endpoint);
        var url = await CreateAsync(("DeduplicationScope", "messageGroup"), ("FifoThroughputLimit", "perMessageGroupId"));

        await SendAsync(url, "a1", id: "same");
        await SendAsync(url, "b1", id: "same");

        Assert.Equal(["a1", "b1"], (await ReceiveAsync(url)).Select(message => message.Body));
    }

    [Fact]
    public async Task A_group_comes_in_order_and_waits_for_those_in_flight()
    {
        var url = await CreateAsync();
        await SendAllAsync(url, "a1", "a2", "b1", "a3");

        var first = await ReceiveAsync(url, most: 2);
        var second = await ReceiveAsync(url);

        Assert.Equal(["a1", "a2"], first.Select(message => message.Body));
        Assert.Equal(["b1"], second.Select(message => message.Body));
        foreach (var message in first)
        {
            await endpoint.Sqs.DeleteMessageAsync(url, message.ReceiptHandle, Cancellation);
        }

        Assert.Equal(["a3"], (await ReceiveAsync(url)).Select(message => message.Body));
    }

    [Fact]
    public async Task A_message_that_is_shown_again_comes_before_those_behind_it()
    {
        var url = await CreateAsync();
        await SendAllAsync(url, "a1", "a2");
        var first = Assert.Single(await ReceiveAsync(url, most: 1));

        await endpoint.Sqs.ChangeMessageVisibilityAsync(url, first.ReceiptHandle, 0, Cancellation);

        Assert.Equal(["a1", "a2"], (await ReceiveAsync(url)).Select(message => message.Body));
    }

    [Fact]
    public async Task A_receive_that_is_tried_again_gets_the_same()
    {
        Differences.ReceiveAttempts.Skip(endpoint);
        var url = await CreateAsync();
        await SendAllAsync(url, "a1", "a2");
        var request = new ReceiveMessageRequest(url) { MaxNumberOfMessages = 10, ReceiveRequestAttemptId = "try" };

        var first = (await endpoint.Sqs.ReceiveMessageAsync(request, Cancellation)).Messages;
        var second = (await endpoint.Sqs.ReceiveMessageAsync(request, Cancellation)).Messages;

        Assert.Equal(first.Select(message => message.ReceiptHandle), second.Select(message => message.ReceiptHandle));
    }

    [Fact]
    public async Task A_stale_receipt_is_refused()
    {
        Differences.StaleFifoReceipt.Skip(endpoint);
        var url = await CreateAsync();
        await SendAllAsync(url, "a1");
        var message = Assert.Single(await ReceiveAsync(url));
        await endpoint.Sqs.ChangeMessageVisibilityAsync(url, message.ReceiptHandle, 0, Cancellation);

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(
            () => endpoint.Sqs.DeleteMessageAsync(url, message.ReceiptHandle, Cancellation));

        Assert.Equal("InvalidParameterValue", error.ErrorCode);
        Assert.EndsWith("The receipt handle has expired.", error.Message);
    }

    [Fact]
    public async Task Dead_letters_go_to_another_one_with_their_group()
    {
        var deadLetters = await CreateAsync();
        var target = await endpoint.ArnOfQueueAsync(deadLetters);
        var url = await CreateAsync(
            ("VisibilityTimeout", "0"),
            ("RedrivePolicy", JsonSerializer.Serialize(new { deadLetterTargetArn = target, maxReceiveCount = "1" })));
        await SendAllAsync(url, "a1", "a2");
        await ReceiveAsync(url);
        Assert.Empty(await ReceiveAsync(url));

        var letters = await ReceiveAsync(deadLetters);

        Assert.All(letters, letter => Assert.Equal("a", letter.Attributes["MessageGroupId"]));
        Differences.LetterOrder.Skip(endpoint);
        Assert.Equal(["a1", "a2"], letters.Select(message => message.Body));
    }

    [Fact]
    public async Task Dead_letters_go_to_no_standard_queue()
    {
        var url = await CreateAsync();
        var target = await endpoint.ArnOfQueueAsync(await endpoint.CreateQueueAsync());
        var policy = JsonSerializer.Serialize(new { deadLetterTargetArn = target, maxReceiveCount = "1" });

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(
            () => endpoint.Sqs.SetQueueAttributesAsync(url, new() { ["RedrivePolicy"] = policy }, Cancellation));

        Differences.DeadLetterQueueType.Skip(endpoint);
        Assert.Equal("InvalidParameterValue", error.ErrorCode);
    }

    [Fact]
    public async Task A_standard_queue_takes_a_group_for_fairness()
    {
        var url = await endpoint.CreateQueueAsync();

        await endpoint.Sqs.SendMessageAsync(new SendMessageRequest(url, "x") { MessageGroupId = "tenant" }, Cancellation);

        var message = Assert.Single(await ReceiveAsync(url));
        Assert.Equal("tenant", message.Attributes["MessageGroupId"]);
        Assert.DoesNotContain("SequenceNumber", message.Attributes.Keys);
    }

    private async Task<string> CreateAsync(params (string Name, string Value)[] attributes)
    {
        var request = new CreateQueueRequest($"{endpoint.Name("queue")}.fifo")
        {
            Attributes = attributes.Append(("FifoQueue", "true")).ToDictionary(attribute => attribute.Item1, attribute => attribute.Item2),
        };
        var url = (await endpoint.Sqs.CreateQueueAsync(request, Cancellation)).QueueUrl;
        endpoint.After(() => endpoint.Sqs.DeleteQueueAsync(url, CancellationToken.None));
        return url;
    }

    /// <summary>Sends a message of the group that its body's first letter names.</summary>
    private Task<SendMessageResponse> SendAsync(string url, string body, string? id = null) => endpoint.Sqs.SendMessageAsync(
        new SendMessageRequest(url, body) { MessageGroupId = body[..1], MessageDeduplicationId = id ?? body }, Cancellation);

    private async Task SendAllAsync(string url, params string[] bodies)
    {
        foreach (var body in bodies)
        {
            await SendAsync(url, body);
        }
    }

    private Task<AmazonSQSException> RefusedAsync(SendMessageRequest request) =>
        Assert.ThrowsAnyAsync<AmazonSQSException>(() => endpoint.Sqs.SendMessageAsync(request, Cancellation));

    private async Task<List<Message>> ReceiveAsync(string url, int most = 10) => (await endpoint.Sqs.ReceiveMessageAsync(
        new ReceiveMessageRequest(url) { MaxNumberOfMessages = most, MessageSystemAttributeNames = ["All"] }, Cancellation)).Messages ?? [];
}
