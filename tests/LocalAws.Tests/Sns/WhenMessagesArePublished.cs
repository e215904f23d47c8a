using System.Text.Json.Nodes;
using LocalAws.Faults;
using LocalAws.Tests.Faults;

namespace LocalAws.Tests.Sns;

public sealed class WhenMessagesArePublished : SnsSpec
{
    [Fact]
    public async Task A_queue_gets_them_wrapped()
    {
        await CreateAsync();
        var arn = await SubscribeAsync();

        var answer = await PublishAsync("hello", new { kind = Text("greeting"), bytes = new { DataType = "Binary", BinaryValue = "AAE=" } }, "Hi");

        var body = JsonNode.Parse(Delivered.Body)!;
        Assert.Equal(
            ["Type", "MessageId", "TopicArn", "Subject", "Message", "Timestamp", "SignatureVersion", "Signature", "SigningCertURL", "UnsubscribeURL", "MessageAttributes"],
            body.AsObject().Select(member => member.Key));
        Assert.Equal(("Notification", TopicArn, "Hi", "hello", "2026-01-15T10:00:00.000Z"), (
            (string)body["Type"]!, (string)body["TopicArn"]!, (string)body["Subject"]!, (string)body["Message"]!, (string)body["Timestamp"]!));
        Assert.Equal((string?)answer["MessageId"], (string?)body["MessageId"]);
        Assert.Equal($"http://localhost:4566/?Action=Unsubscribe&SubscriptionArn={arn}", (string?)body["UnsubscribeURL"]);
        Assert.Equal("""{"Type":"String","Value":"greeting"}""", body["MessageAttributes"]!["kind"]!.ToJsonString());
        Assert.Equal("""{"Type":"Binary","Value":"AAE="}""", body["MessageAttributes"]!["bytes"]!.ToJsonString());
        Assert.Empty(Delivered.Attributes);
    }

    [Fact]
    public async Task A_queue_that_wants_them_raw_gets_them_as_they_are()
    {
        await CreateAsync();
        await SubscribeAsync(new { RawMessageDelivery = "true" });

        await CallAsync("Publish", new { TargetArn = TopicArn, Message = "hello", MessageAttributes = new { kind = Text("greeting") }, MessageGroupId = "g" });

        Assert.Equal(("hello", "greeting", "g"), (Delivered.Body, Delivered.Attributes["kind"].StringValue, Delivered.GroupId));
    }

    [Fact]
    public async Task Each_protocol_gets_its_own_text()
    {
        await CreateAsync();
        await SubscribeAsync(new { RawMessageDelivery = "true" });
        await SubscribeAsync(protocol: "http", endpoint: Url);
        var confirmation = await Endpoint.Posts.ReadAsync(Cancellation);
        await CallAsync("ConfirmSubscription", new { TopicArn, Token = (string?)JsonNode.Parse(confirmation.Body)!["Token"] });

        await CallAsync("Publish", new { TopicArn, MessageStructure = "json", Message = """{"default":"d","sqs":"s"}""" });

        Assert.Equal("s", Delivered.Body);
        Assert.Equal("d", (string?)JsonNode.Parse((await Endpoint.Posts.ReadAsync(Cancellation)).Body)!["Message"]);
    }

    [Theory]
    [InlineData("", null, null, "InvalidParameter: Invalid parameter: Empty message")]
    [InlineData("m", "line\nbreak", null, "InvalidParameter: Invalid parameter: Subject")]
    [InlineData("m", null, "xml", "InvalidParameter: Invalid parameter: MessageStructure")]
    [InlineData("m", null, "json", "InvalidParameter: Invalid parameter: Message Structure - JSON message body failed to parse")]
    [InlineData("{}", null, "json", "InvalidParameter: Invalid parameter: Message Structure - No default entry in JSON message body")]
    public async Task What_is_no_message_is_refused(string message, string? subject, string? structure, string refusal)
    {
        await CreateAsync();

        Assert.Equal(
            refusal, await RefusalAsync("Publish", new { TopicArn, Message = message, Subject = subject, MessageStructure = structure }));
    }

    [Theory]
    [InlineData("n", "Text", "x", "has an invalid message attribute type")]
    [InlineData("n", "Number", "x", "Could not cast message attribute 'n' value to number.")]
    [InlineData("n", "String", "", "must contain non-empty message attribute value")]
    [InlineData("n", "String.", "x", "has an invalid message attribute type")]
    [InlineData("n", "Binary", "x", "The message attribute 'n' with type 'Binary' must use field 'Binary'.")]
    [InlineData("a^b", "String", "x", "Invalid non-alphanumeric character '#x5E' was found in the message attribute name.")]
    [InlineData(".a", "String", "x", "Invalid message attribute name starting with character '.' was found.")]
    [InlineData("a.", "String", "x", "Invalid message attribute name ending with character '.' was found.")]
    [InlineData("a..b", "String", "x", "Message attribute name can not have successive '.' character.")]
    public async Task What_is_no_attribute_is_refused(string name, string type, string value, string refusal)
    {
        await CreateAsync();
        var attributes = new Dictionary<string, object> { [name] = new { DataType = type, StringValue = value } };

        var answer = await RefusalAsync("Publish", new { TopicArn, Message = "m", MessageAttributes = attributes });

        Assert.StartsWith("ParameterValueInvalid: ", answer);
        Assert.Contains(refusal, answer);
    }

    [Fact]
    public async Task An_attribute_has_a_type()
    {
        await CreateAsync();
        var attributes = new { n = new { StringValue = "x" } };
        var entry = new { Id = "a", Message = "m", MessageAttributes = attributes };

        Assert.Equal(
            "ValidationError: 1 validation error detected: Value null at 'messageAttributes.n.member.dataType' failed to satisfy "
            + "constraint: Member must not be null",
            await RefusalAsync("Publish", new { TopicArn, Message = "m", MessageAttributes = attributes }));
        Assert.Contains(
            "'publishBatchRequestEntries.1.member.messageAttributes.n.member.dataType'",
            await RefusalAsync("PublishBatch", new { TopicArn, PublishBatchRequestEntries = new[] { entry } }));
    }

    [Fact]
    public async Task The_trace_of_the_request_goes_on_to_the_queue()
    {
        await CreateAsync();
        await SubscribeAsync();
        Trace = "Root=1-3152b799-8954dae64eda91bc9a23a7e8";

        await PublishAsync("m");

        Assert.Equal(Trace, Delivered.TraceHeader);
    }

    [Fact]
    public async Task A_message_has_at_most_256_KiB_its_attributes_included()
    {
        await CreateAsync();

        await PublishAsync(new string('x', 262_144));

        Assert.Equal(
            "InvalidParameter: Invalid parameter: Message too long",
            await RefusalAsync("Publish", new { TopicArn, Message = new string('x', 262_140), MessageAttributes = new { a = Text("b") } }));
    }

    [Fact]
    public async Task What_only_FIFO_topics_and_phones_take_is_refused()
    {
        await CreateAsync();

        Assert.Contains("not valid for this topic type", await RefusalAsync("Publish", new { TopicArn, Message = "m", MessageDeduplicationId = "d" }));
        Assert.Contains("PhoneNumber is not supported", await RefusalAsync("Publish", new { PhoneNumber = "+15550100000", Message = "m" }));
        Assert.Equal("NotFound: Topic does not exist", await RefusalAsync("Publish", new { TopicArn = $"{TopicArn}2", Message = "m" }));
        Assert.Contains(
            "No endpoint found for the target arn specified",
            await RefusalAsync("Publish", new { TargetArn = "arn:aws:sns:us-east-1:000000000000:endpoint/GCM/app/1", Message = "m" }));
    }

    [Fact]
    public async Task What_a_queue_does_not_take_goes_to_the_dead_letters()
    {
        Queues.Missing.Add(QueueArn);
        await CreateAsync();
        await SubscribeAsync(new { RedrivePolicy = $$"""{"deadLetterTargetArn":"{{DlqArn}}"}""" });

        await PublishAsync("m");

        Assert.Equal(DlqArn, Delivered.QueueArn);
        Assert.Equal("m", (string?)JsonNode.Parse(Delivered.Body)!["Message"]);
        Assert.Empty(Delivered.Attributes);
    }

    [Fact]
    public async Task An_entry_that_is_no_message_refuses_its_batch()
    {
        await CreateAsync();
        await SubscribeAsync();

        Assert.Equal("InvalidParameter: Invalid parameter: Empty message", await RefusalAsync("PublishBatch", new
        {
            TopicArn,
            PublishBatchRequestEntries = new[] { new { Id = "a", Message = "1" }, new { Id = "b", Message = "" } },
        }));
        Assert.Empty(Queues.Delivered);
    }

    [Theory]
    [InlineData("", "EmptyBatchRequest")]
    [InlineData("a,a", "BatchEntryIdsNotDistinct")]
    [InlineData("a b", "InvalidBatchEntryId: The Id of a batch entry in the batch request contains an impermissible character")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11", "TooManyEntriesInBatchRequest")]
    public async Task A_batch_has_one_to_ten_entries_with_ids_of_their_own(string ids, string code)
    {
        await CreateAsync();
        var entries = ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => new { Id = id, Message = "m" });

        Assert.StartsWith($"{code}: ", await RefusalAsync("PublishBatch", new { TopicArn, PublishBatchRequestEntries = entries }));
    }

    [Fact]
    public async Task A_batch_has_at_most_256_KiB()
    {
        await CreateAsync();
        var entries = new[] { new { Id = "a", Message = new string('x', 200_000) }, new { Id = "b", Message = new string('x', 100_000) } };

        Assert.StartsWith("BatchRequestTooLong: ", await RefusalAsync("PublishBatch", new { TopicArn, PublishBatchRequestEntries = entries }));
    }

    [Fact]
    public async Task Faults_deliver_twice_and_fail_entries()
    {
        await CreateAsync();
        await SubscribeAsync();

        Faults = Given.Fault(new FaultRule("sns.Publish", FaultKind.Duplicate));
        await PublishAsync("m");
        Faults = Given.Fault(new FaultRule("sns.PublishBatch", FaultKind.FailEntries));
        var batch = await CallAsync("PublishBatch", new { TopicArn, PublishBatchRequestEntries = new[] { new { Id = "a", Message = "1" } } });

        Assert.Equal(2, Queues.Delivered.Count);
        Assert.Equal(("InternalError", false), ((string)batch["Failed"]![0]!["Code"]!, (bool)batch["Failed"]![0]!["SenderFault"]!));
    }
}
