using System.Text.Json.Nodes;

namespace LocalAws.Tests.Sqs;

public sealed class WhenARequestHoldsNulls : SqsSpec
{
    [Theory]
    [InlineData("CreateQueue", """{"QueueName":"other","Attributes":{"VisibilityTimeout":null}}""")]
    [InlineData("CreateQueue", """{"QueueName":"other","tags":{"owner":null}}""")]
    [InlineData("SetQueueAttributes", """{"QueueUrl":"orders","Attributes":{"Policy":null}}""")]
    [InlineData("TagQueue", """{"QueueUrl":"orders","Tags":{"owner":null}}""")]
    [InlineData("SendMessage", """{"QueueUrl":"orders","MessageBody":"x","MessageAttributes":{"a":null}}""")]
    [InlineData("SendMessage", """{"QueueUrl":"orders","MessageBody":"x","MessageSystemAttributes":{"AWSTraceHeader":null}}""")]
    public async Task A_null_in_a_map_is_refused(string operation, string request)
    {
        await CreateAsync("orders");

        var error = await RefusedAsync(operation, JsonNode.Parse(request)!);

        Assert.Equal(400, error.StatusCode);
    }

    [Theory]
    [InlineData("SendMessageBatch", """{"QueueUrl":"orders","Entries":[null]}""")]
    [InlineData("DeleteMessageBatch", """{"QueueUrl":"orders","Entries":[{"Id":"a","ReceiptHandle":"x"},null]}""")]
    [InlineData("ReceiveMessage", """{"QueueUrl":"orders","MessageAttributeNames":[null]}""")]
    [InlineData("GetQueueAttributes", """{"QueueUrl":"orders","AttributeNames":[null]}""")]
    [InlineData("UntagQueue", """{"QueueUrl":"orders","TagKeys":[null]}""")]
    public async Task A_null_in_a_list_is_refused(string operation, string request)
    {
        await CreateAsync("orders");

        Assert.Equal("SerializationException", (await RefusedAsync(operation, JsonNode.Parse(request)!)).Code);
    }

    [Fact]
    public async Task A_member_that_is_null_is_absent()
    {
        var queue = await CreateAsync("orders");

        await CallAsync("SendMessage", JsonNode.Parse("""{"QueueUrl":"orders","MessageBody":"null","DelaySeconds":null}""")!);

        Assert.Equal((1, 0, 0), await CountsAsync(queue));
    }
}
