using Amazon;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenAnEndpointIsChosen : WireSpec
{
    [Theory]
    [InlineData("us-east-1", false, false, "events.us-east-1.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "events.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-east-1", true, false, "events-fips.us-east-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "events.us-gov-west-1.amazonaws.com")]
    [InlineData("eu-west-1", false, true, "events.eu-west-1.api.aws")]
    [InlineData("us-east-1", true, true, "events-fips.us-east-1.api.aws")]
    public void It_is_the_host_of_the_region(string region, bool fips, bool dualStack, string host)
    {
        var config = new AmazonEventBridgeConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        };

        Assert.Equal($"https://{host}/", config.DetermineServiceOperationEndpoint(new(new PutEventsRequest())).URL);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_configured_url_and_a_kind_of_host_exclude_each_other(bool fips, bool dualStack)
    {
        var config = Configure(new AmazonEventBridgeConfig());
        (config.UseFIPSEndpoint, config.UseDualstackEndpoint) = (fips, dualStack);
        var events = Use(new AmazonEventBridgeClient(Credentials, config));

        await Assert.ThrowsAsync<AmazonClientException>(() => events.ListRulesAsync(new ListRulesRequest(), Cancellation));
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
            var events = Use(new AmazonEventBridgeClient(new AmazonEventBridgeConfig { Profile = new Profile("workers", file) }));
            await events.ListRulesAsync(new ListRulesRequest(), Cancellation);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Contains("Credential=AKIDOFPROFILE/", Service.Request["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_may_be_named_by_the_configuration()
    {
        var events = Use(new AmazonEventBridgeClient(Configure(new AmazonEventBridgeConfig { DefaultAWSCredentials = Credentials })));

        await events.ListRulesAsync(new ListRulesRequest(), Cancellation);

        Assert.Contains("Credential=AKIDEXAMPLE/", Service.Request["Authorization"], StringComparison.Ordinal);
    }
}
