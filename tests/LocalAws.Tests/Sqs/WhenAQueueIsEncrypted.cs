using System.Text.Json.Nodes;

namespace LocalAws.Tests.Sqs;

public sealed class WhenAQueueIsEncrypted : SqsSpec
{
    private static readonly string[] Encryption = ["KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled"];

    [Fact]
    public async Task It_is_by_SQS_at_first() =>
        await AssertAsync(await CreateAsync("orders"), """{"SqsManagedSseEnabled":"true"}""");

    [Fact]
    public async Task A_key_of_KMS_takes_the_place_of_SQSs_own()
    {
        var queue = await CreateAsync("orders");

        await SetAsync(queue, new { KmsMasterKeyId = "alias/orders" });

        await AssertAsync(
            queue, """{"KmsMasterKeyId":"alias/orders","KmsDataKeyReusePeriodSeconds":"300","SqsManagedSseEnabled":"false"}""");
    }

    [Fact]
    public async Task Without_the_key_nothing_is_left_of_KMS()
    {
        var queue = await CreateAsync("orders", new { KmsMasterKeyId = "alias/orders", KmsDataKeyReusePeriodSeconds = "6000" });

        await SetAsync(queue, new { KmsMasterKeyId = "", KmsDataKeyReusePeriodSeconds = "300" });

        await AssertAsync(queue, """{"SqsManagedSseEnabled":"false"}""");
    }

    [Fact]
    public async Task SQSs_own_takes_the_place_of_the_key()
    {
        var queue = await CreateAsync("orders", new { KmsMasterKeyId = "alias/orders" });

        await SetAsync(queue, new { SqsManagedSseEnabled = "true" });

        await AssertAsync(queue, """{"SqsManagedSseEnabled":"true"}""");
    }

    [Fact]
    public async Task Both_at_once_are_refused()
    {
        var error = await RefusedAsync("CreateQueue", new
        {
            QueueName = "orders",
            Attributes = new { KmsMasterKeyId = "alias/orders", SqsManagedSseEnabled = "true" },
        });

        Assert.Equal("InvalidAttributeName", error.Code);
        Assert.Equal(
            "You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.", error.Message);
    }

    private async Task SetAsync(string queue, object attributes) =>
        await CallAsync("SetQueueAttributes", new { QueueUrl = queue, Attributes = attributes });

    private async Task AssertAsync(string queue, string expected)
    {
        var attributes = await AttributesAsync(queue, Encryption);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), attributes), attributes?.ToJsonString());
    }
}
