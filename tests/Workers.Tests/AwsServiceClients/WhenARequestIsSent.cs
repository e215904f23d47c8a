using System.Security.Cryptography;
using System.Text;
using Amazon.EventBridge.Model;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenARequestIsSent : WireSpec
{
    [Fact]
    public async Task Sqs_gets_a_post_of_its_json_1_0()
    {
        await Sqs.SendMessageAsync(QueueUrl, "hello", Cancellation);

        Assert.Equal(("POST", "/"), (Service.Request.Method, Service.Request.Path));
        Assert.Equal("application/x-amz-json-1.0", Service.Request["Content-Type"]);
        Assert.Equal("AmazonSQS.SendMessage", Service.Request["X-Amz-Target"]);
        Assert.Equal("2012-11-05", Service.Request["x-amz-api-version"]);
        AssertSameJson($$"""{"MessageBody":"hello","QueueUrl":"{{QueueUrl}}"}""", Service.Request.Json);
    }

    [Fact]
    public async Task EventBridge_gets_a_post_of_its_json_1_1()
    {
        await Events.DescribeRuleAsync(new DescribeRuleRequest { Name = "order-processing" }, Cancellation);

        Assert.Equal(("POST", "/"), (Service.Request.Method, Service.Request.Path));
        Assert.Equal("application/x-amz-json-1.1", Service.Request["Content-Type"]);
        Assert.Equal("AWSEvents.DescribeRule", Service.Request["X-Amz-Target"]);
        Assert.Equal("2015-10-07", Service.Request["x-amz-api-version"]);
        AssertSameJson("""{"Name":"order-processing"}""", Service.Request.Json);
    }

    [Fact]
    public async Task It_is_signed_for_the_service_and_the_region()
    {
        await Sqs.PurgeQueueAsync(QueueUrl, Cancellation);
        await Events.DeleteRuleAsync(new DeleteRuleRequest { Name = "r" }, Cancellation);

        const string Signed = "content-type;host;x-amz-api-version;x-amz-content-sha256;x-amz-date;x-amz-target";
        Assert.Matches(
            $"^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{{8}}/eu-west-1/sqs/aws4_request, SignedHeaders={Signed}, Signature=[0-9a-f]{{64}}$",
            Service.Requests[0]["Authorization"]);
        Assert.Contains("/eu-west-1/events/aws4_request", Service.Requests[1]["Authorization"], StringComparison.Ordinal);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Service.Requests[0].Body))),
            Service.Requests[0]["x-amz-content-sha256"]);
    }

    [Fact]
    public async Task A_session_token_is_sent_and_signed()
    {
        var sqs = Use(new AmazonSQSClient("AKIDEXAMPLE", "secret", "a-token", Configure(new AmazonSQSConfig())));

        await sqs.PurgeQueueAsync(QueueUrl, Cancellation);

        Assert.Equal("a-token", Service.Request["x-amz-security-token"]);
        Assert.Contains("x-amz-security-token", Service.Request["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_in_the_service_url_is_kept()
    {
        var config = Configure(new AmazonSQSConfig());
        config.ServiceURL = $"{Service.Url}/behind/a/proxy";
        var sqs = Use(new AmazonSQSClient(Credentials, config));

        await sqs.PurgeQueueAsync(QueueUrl, Cancellation);

        Assert.Equal("/behind/a/proxy/", Service.Request.Path);
    }

    [Fact]
    public async Task The_queue_url_says_which_queue_and_never_where_to_send()
    {
        await Sqs.PurgeQueueAsync("https://sqs.us-west-2.amazonaws.com/000000000000/elsewhere", Cancellation);

        Assert.Equal("/", Service.Request.Path);
    }

    [Fact]
    public async Task What_is_null_is_left_out_and_what_is_empty_is_sent()
    {
        await Sqs.ReceiveMessageAsync(new ReceiveMessageRequest(QueueUrl) { MessageSystemAttributeNames = [] }, Cancellation);

        AssertSameJson($$"""{"MessageSystemAttributeNames":[],"QueueUrl":"{{QueueUrl}}"}""", Service.Request.Json);
    }

    [Fact]
    public async Task A_body_arrives_verbatim()
    {
        const string Body = """{"quote":"\"","slash":"/\\","text":"é😀 <&'+>","control":"\u0001\u2028"}""";

        await Sqs.SendMessageAsync(QueueUrl, Body, Cancellation);

        Assert.Equal(Body, (string?)Service.Request.Json["MessageBody"]);
    }

    [Fact]
    public async Task Times_are_seconds_since_the_epoch_in_utc()
    {
        var local = new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc).ToLocalTime();

        await Events.PutEventsAsync(new PutEventsRequest { Entries = [new() { Time = local }] }, Cancellation);

        AssertSameJson("""{"Entries":[{"Time":1767323045.678}]}""", Service.Request.Json);
    }

    [Fact]
    public async Task A_whole_stream_is_sent_as_base64_wherever_it_is_positioned()
    {
        var bytes = new MemoryStream([9, 1, 2, 3], index: 1, count: 3) { Position = 2 };

        await Sqs.SendMessageAsync(
            new SendMessageRequest { MessageAttributes = new() { ["a"] = new() { BinaryValue = bytes } } }, Cancellation);

        AssertSameJson("""{"MessageAttributes":{"a":{"BinaryValue":"AQID"}}}""", Service.Request.Json);
    }
}
