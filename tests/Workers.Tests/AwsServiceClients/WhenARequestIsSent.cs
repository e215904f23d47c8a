using System.Security.Cryptography;
using System.Text;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenARequestIsSent : WireSpec
{
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
        await Events.DeleteRuleAsync(new DeleteRuleRequest { Name = "r" }, Cancellation);

        const string Signed = "content-type;host;x-amz-api-version;x-amz-content-sha256;x-amz-date;x-amz-target";
        Assert.Matches(
            "^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/eu-west-1/events/aws4_request, "
            + $"SignedHeaders={Signed}, Signature=[0-9a-f]{{64}}$",
            Service.Request["Authorization"]);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Service.Request.Body))),
            Service.Request["x-amz-content-sha256"]);
    }

    [Fact]
    public async Task A_session_token_is_sent_and_signed()
    {
        var credentials = new Amazon.Runtime.SessionAWSCredentials("AKIDEXAMPLE", "secret", "a-token");
        var events = Use(new AmazonEventBridgeClient(credentials, Configure(new AmazonEventBridgeConfig())));

        await events.DeleteRuleAsync(new DeleteRuleRequest(), Cancellation);

        Assert.Equal("a-token", Service.Request["x-amz-security-token"]);
        Assert.Contains("x-amz-security-token", Service.Request["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_in_the_service_url_is_kept()
    {
        var config = Configure(new AmazonEventBridgeConfig());
        config.ServiceURL = $"{Service.Url}/behind/a/proxy";
        var events = Use(new AmazonEventBridgeClient(Credentials, config));

        await events.DeleteRuleAsync(new DeleteRuleRequest(), Cancellation);

        Assert.Equal("/behind/a/proxy/", Service.Request.Path);
    }

    [Fact]
    public async Task What_is_null_is_left_out_and_what_is_empty_is_sent()
    {
        await Events.PutRuleAsync(new PutRuleRequest { Name = "r", Tags = [] }, Cancellation);

        AssertSameJson("""{"Name":"r","Tags":[]}""", Service.Request.Json);
    }

    [Fact]
    public async Task A_detail_arrives_verbatim()
    {
        const string Detail = """{"quote":"\"","slash":"/\\","text":"é😀 <&'+>","control":"\u0001\u2028"}""";

        await Events.PutEventsAsync(new PutEventsRequest { Entries = [new() { Detail = Detail }] }, Cancellation);

        Assert.Equal(Detail, (string?)Service.Request.Json["Entries"]![0]!["Detail"]);
    }

    [Fact]
    public async Task Times_are_seconds_since_the_epoch_in_utc()
    {
        var local = new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc).ToLocalTime();

        await Events.PutEventsAsync(new PutEventsRequest { Entries = [new() { Time = local }] }, Cancellation);

        AssertSameJson("""{"Entries":[{"Time":1767323045.678}]}""", Service.Request.Json);
    }
}
