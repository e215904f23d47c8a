using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;

namespace Workers.Tests.AwsServiceClients;

/// <summary>The runtime's retries wait for real, up to a second each: these specs cause few of them.</summary>
public sealed class WhenTheServiceFalters : WireSpec
{
    [Theory]
    [InlineData("", 503)]
    [InlineData("""{"__type":"ThrottlingException"}""", 400)]
    [InlineData("not json", 200)]
    public async Task The_request_is_sent_again(string body, int status)
    {
        Service.Answers(body, status).Answers("""{"Name":"r"}""");

        Assert.Equal("r", (await WithOneRetry().DescribeRuleAsync(new DescribeRuleRequest(), Cancellation)).Name);

        Assert.Equal(["attempt=1; max=2", "attempt=2; max=2"], Service.Requests.Select(request => request["amz-sdk-request"]));
        Assert.Equal(Service.Requests[0].Body, Service.Requests[1].Body);
    }

    [Fact]
    public async Task An_error_of_the_caller_is_not_tried_again()
    {
        Service.Answers("""{"__type":"ResourceNotFoundException"}""", 400);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            WithOneRetry().DescribeRuleAsync(new DescribeRuleRequest(), Cancellation));

        Assert.Single(Service.Requests);
    }

    [Theory]
    [InlineData(RequestRetryMode.Standard)]
    [InlineData(RequestRetryMode.Adaptive)]
    public async Task The_last_error_is_thrown_when_the_attempts_are_used_up(RequestRetryMode mode)
    {
        Service.Answers("", 500);

        await Assert.ThrowsAsync<AmazonEventBridgeException>(() =>
            WithOneRetry(mode).DescribeRuleAsync(new DescribeRuleRequest(), Cancellation));

        Assert.Equal(2, Service.Requests.Count);
    }

    private AmazonEventBridgeClient WithOneRetry(RequestRetryMode mode = RequestRetryMode.Standard)
    {
        var config = Configure(new AmazonEventBridgeConfig(), retries: 1);
        config.RetryMode = mode;
        return Use(new AmazonEventBridgeClient(Credentials, config));
    }
}
