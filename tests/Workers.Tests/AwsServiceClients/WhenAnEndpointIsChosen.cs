using Amazon;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenAnEndpointIsChosen : WireSpec
{
    [Theory]
    [InlineData("us-east-1", false, false, "sqs.us-east-1.amazonaws.com", "events.us-east-1.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "sqs.cn-north-1.amazonaws.com.cn", "events.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-east-1", true, false, "sqs-fips.us-east-1.amazonaws.com", "events-fips.us-east-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "sqs.us-gov-west-1.amazonaws.com", "events.us-gov-west-1.amazonaws.com")]
    [InlineData("eu-west-1", false, true, "sqs.eu-west-1.api.aws", "events.eu-west-1.api.aws")]
    [InlineData("us-east-1", true, true, "sqs-fips.us-east-1.api.aws", "events-fips.us-east-1.api.aws")]
    public void It_is_the_host_of_the_region(string region, bool fips, bool dualStack, string sqs, string events)
    {
        var queues = Use(new AmazonSQSClient(Credentials, Regional(new AmazonSQSConfig(), region, fips, dualStack)));
        var buses = Use(new AmazonEventBridgeClient(Credentials, Regional(new AmazonEventBridgeConfig(), region, fips, dualStack)));

        Assert.Equal($"https://{sqs}/", queues.DetermineServiceOperationEndpoint(new ListQueuesRequest()).URL);
        Assert.Equal($"https://{events}/", buses.DetermineServiceOperationEndpoint(new PutEventsRequest()).URL);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_configured_url_and_a_kind_of_host_exclude_each_other(bool fips, bool dualStack)
    {
        var config = Configure(new AmazonSQSConfig());
        (config.UseFIPSEndpoint, config.UseDualstackEndpoint) = (fips, dualStack);
        var sqs = Use(new AmazonSQSClient(Credentials, config));

        await Assert.ThrowsAsync<AmazonClientException>(() => sqs.ListQueuesAsync("", Cancellation));
    }

    [Fact]
    public async Task A_profile_gives_url_region_and_credentials()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            $"""
             [workers]
             region = ap-southeast-2
             aws_access_key_id = AKIDOFPROFILE
             aws_secret_access_key = secret
             endpoint_url = {Service.Url}
             """,
            Cancellation);

        try
        {
            var sqs = Use(new AmazonSQSClient(new AmazonSQSConfig { Profile = new Profile("workers", file) }));
            await sqs.ListQueuesAsync("", Cancellation);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Contains("Credential=AKIDOFPROFILE/", Service.Request["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_credentials_nothing_fails_before_the_first_call()
    {
        var sqs = Use(new AmazonSQSClient(Configure(new AmazonSQSConfig { DefaultAWSCredentials = Credentials })));

        await sqs.ListQueuesAsync("", Cancellation);

        Assert.Contains("Credential=AKIDEXAMPLE/", Service.Request["Authorization"], StringComparison.Ordinal);
    }

    private static T Regional<T>(T config, string region, bool fips, bool dualStack)
        where T : ClientConfig
    {
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        (config.UseFIPSEndpoint, config.UseDualstackEndpoint) = (fips, dualStack);
        return config;
    }
}
