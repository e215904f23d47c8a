using Amazon.SQS;
using Amazon.SQS.Model;

namespace Workers.Tests.AwsServiceClients;

/// <summary>The checksums here were made by another implementation of SQS.</summary>
public sealed class WhenAChecksumIsCompared : WireSpec
{
    private const string Body = """{"a":"é😀"}""";
    private const string BodyMd5 = "ad9eb34d43fad82f6645bc4b2f050124";
    private const string AttributesMd5 = "ee9e5e9d6f00c8a8428d64bc8b04914c";
    private const string OtherMd5 = "00000000000000000000000000000000";

    private const string WireAttributes =
        """{"z":{"DataType":"Number","StringValue":"7"},"b":{"DataType":"Binary","BinaryValue":"AQID"}}""";

    private static Dictionary<string, MessageAttributeValue> Attributes => new()
    {
        ["z"] = new() { DataType = "Number", StringValue = "7" },
        ["b"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([1, 2, 3]) },
    };

    [Theory]
    [InlineData(BodyMd5, AttributesMd5)]
    [InlineData("AD9EB34D43FAD82F6645BC4B2F050124", "EE9E5E9D6F00C8A8428D64BC8B04914C")]
    public async Task A_message_that_arrives_whole_is_handed_out(string body, string attributes)
    {
        Receives($$""","MD5OfBody":"{{body}}","MessageAttributes":{{WireAttributes}},"MD5OfMessageAttributes":"{{attributes}}" """);

        var message = Assert.Single((await Sqs.ReceiveMessageAsync(QueueUrl, Cancellation)).Messages);

        Assert.Equal(Body, message.Body);
        Assert.Equal([1, 2, 3], message.MessageAttributes["b"].BinaryValue.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData($$""","MD5OfBody":"" """)]
    [InlineData($$""","MD5OfBody":"{{OtherMd5}}" """)]
    public async Task A_body_that_changed_on_its_way_is_not_handed_out(string md5)
    {
        Receives(md5);

        var error = await Assert.ThrowsAsync<AmazonSQSException>(() => Sqs.ReceiveMessageAsync(QueueUrl, Cancellation));

        Assert.Equal("MD5 hash mismatch for message id m-1", error.Message);
        Assert.Null(error.ErrorCode);
    }

    [Fact]
    public async Task Attributes_that_changed_on_their_way_are_not_handed_out()
    {
        Receives($$""","MD5OfBody":"{{BodyMd5}}","MessageAttributes":{{WireAttributes}},"MD5OfMessageAttributes":"{{OtherMd5}}" """);

        var error = await Assert.ThrowsAsync<AmazonSQSException>(() => Sqs.ReceiveMessageAsync(QueueUrl, Cancellation));

        Assert.Equal("Attribute MD5 hash mismatch for message id m-1", error.Message);
    }

    [Fact]
    public async Task Attributes_without_a_checksum_are_not_compared()
    {
        Receives($$""","MD5OfBody":"{{BodyMd5}}","MessageAttributes":{{WireAttributes}}""");

        Assert.Single((await Sqs.ReceiveMessageAsync(QueueUrl, Cancellation)).Messages);
    }

    [Theory]
    [InlineData(BodyMd5, AttributesMd5)]
    [InlineData("", "")]
    public async Task A_message_that_was_stored_whole_is_sent(string body, string attributes)
    {
        Service.Answers($$"""{"MD5OfMessageBody":"{{body}}","MD5OfMessageAttributes":"{{attributes}}","MessageId":"m-1"}""");

        var sent = await Sqs.SendMessageAsync(new SendMessageRequest(QueueUrl, Body) { MessageAttributes = Attributes }, Cancellation);

        Assert.Equal("m-1", sent.MessageId);
    }

    [Theory]
    [InlineData(OtherMd5, AttributesMd5, "MD5 hash mismatch")]
    [InlineData(BodyMd5, OtherMd5, "Attribute MD5 hash mismatch")]
    public async Task A_message_that_was_stored_otherwise_is_an_error(string body, string attributes, string begins)
    {
        Service.Answers($$"""{"MD5OfMessageBody":"{{body}}","MD5OfMessageAttributes":"{{attributes}}","MessageId":"m-1"}""");

        var error = await Assert.ThrowsAsync<AmazonSQSException>(() =>
            Sqs.SendMessageAsync(new SendMessageRequest(QueueUrl, Body) { MessageAttributes = Attributes }, Cancellation));

        Assert.StartsWith(begins, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BodyMd5, AttributesMd5, null)]
    [InlineData(OtherMd5, AttributesMd5, "MD5 hash mismatch for message id m-1")]
    [InlineData("", AttributesMd5, "MD5 hash mismatch for message id m-1")]
    [InlineData(BodyMd5, OtherMd5, "Attribute MD5 hash mismatch for message id m-1")]
    public async Task Every_entry_of_a_batch_is_compared_with_what_was_sent_under_its_id(string body, string attributes, string? message)
    {
        Service.Answers($$"""
            {"Successful":[{"Id":"2","MessageId":"m-1","MD5OfMessageBody":"{{body}}","MD5OfMessageAttributes":"{{attributes}}"}],
             "Failed":[{"Id":"1","Code":"InternalError","SenderFault":false}]}
            """);
        List<SendMessageBatchRequestEntry> entries = [new("1", "another"), new("2", Body) { MessageAttributes = Attributes }];

        var error = await Record.ExceptionAsync(() => Sqs.SendMessageBatchAsync(QueueUrl, entries, Cancellation));

        Assert.Equal(message, error?.Message);
    }

    [Fact]
    public async Task An_entry_that_nobody_sent_is_an_error()
    {
        Service.Answers("""{"Successful":[{"Id":"9","MessageId":"m-1"}]}""");

        await Assert.ThrowsAsync<KeyNotFoundException>(() => Sqs.SendMessageBatchAsync(QueueUrl, [new("1", "a")], Cancellation));
    }

    private void Receives(string members) => Service.Answers(
        $$"""{"Messages":[{"MessageId":"m-1","Body":{{System.Text.Json.JsonSerializer.Serialize(Body)}}{{members}}}]}""");
}
