using Amazon.Runtime;
using Amazon.SQS;

namespace Workers.Tests.AwsServiceClients;

/// <summary>The runtime's retries wait for real, up to a second each: these specs cause few of them.</summary>
public sealed class WhenTheServiceFalters : WireSpec
{
    [Theory]
    [InlineData("", 503)]
    [InlineData("""{"__type":"RequestThrottled"}""", 400)]
    [InlineData("not json", 200)]
    public async Task The_request_is_sent_again(string body, int status)
    {
        Service.Answers(body, status).Answers("""{"QueueUrl":"u"}""");
        var sqs = Use(new AmazonSQSClient(Credentials, Configure(new AmazonSQSConfig(), retries: 1)));

        Assert.Equal("u", (await sqs.GetQueueUrlAsync("orders", Cancellation)).QueueUrl);

        Assert.Equal(["attempt=1; max=2", "attempt=2; max=2"], Service.Requests.Select(request => request["amz-sdk-request"]));
        Assert.Equal(Service.Requests[0].Body, Service.Requests[1].Body);
    }

    [Fact]
    public async Task An_error_of_the_caller_is_not_tried_again()
    {
        Service.Answers("""{"__type":"InvalidAddress"}""", 400);
        var sqs = Use(new AmazonSQSClient(Credentials, Configure(new AmazonSQSConfig(), retries: 1)));

        await Assert.ThrowsAsync<Amazon.SQS.Model.InvalidAddressException>(() => sqs.GetQueueUrlAsync("orders", Cancellation));

        Assert.Single(Service.Requests);
    }

    [Theory]
    [InlineData(RequestRetryMode.Standard)]
    [InlineData(RequestRetryMode.Adaptive)]
    public async Task The_last_error_is_thrown_when_the_attempts_are_used_up(RequestRetryMode mode)
    {
        Service.Answers("", 500);
        var config = Configure(new AmazonSQSConfig(), retries: 1);
        config.RetryMode = mode;
        var sqs = Use(new AmazonSQSClient(Credentials, config));

        await Assert.ThrowsAsync<AmazonSQSException>(() => sqs.GetQueueUrlAsync("orders", Cancellation));

        Assert.Equal(2, Service.Requests.Count);
    }
}
