using System.Text.RegularExpressions;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SQS;

namespace Workers.Tests.AwsServiceClients;

/// <summary>
/// Our client of EventBridge runs on the same runtime as the official one of SQS: what is not the service's own must be equal.
/// </summary>
public sealed partial class WhenItIsComparedWithTheOfficialClientOfSqs : WireSpec
{
    /// <summary>Asks SQS for the error codes of the protocol that it spoke once. EventBridge never spoke another.</summary>
    private const string QueryMode = "x-amzn-query-mode";

    [Fact]
    public async Task The_same_headers_are_sent_over_the_same_protocol()
    {
        var (sqs, events) = await SentAsync();

        Assert.Equal(sqs.Headers.Keys.Except([QueryMode]).Order(), events.Headers.Keys.Order());
        Assert.Equal((sqs.Protocol, sqs.Method, sqs.Path), (events.Protocol, events.Method, events.Path));
        Assert.Equal(
            sqs["Content-Type"].Replace("json-1.0", "json-1.1", StringComparison.Ordinal), events["Content-Type"]);
    }

    [Fact]
    public async Task The_same_headers_are_signed_in_the_same_way()
    {
        var (sqs, events) = await SentAsync();

        Assert.Equal(Signing(sqs, "sqs").Replace($";{QueryMode}", "", StringComparison.Ordinal), Signing(events, "events"));
    }

    [Fact]
    public async Task It_names_itself_in_the_same_form()
    {
        var (sqs, events) = await SentAsync();

        Assert.Equal(UserAgent(sqs, "SQS"), UserAgent(events, "EventBridge"));
    }

    [Fact]
    public async Task Attempts_are_counted_alike()
    {
        Service.Answers("", 503).Answers("{}").Answers("", 503).Answers("{}");

        await SendAsync(retries: 1);

        (string Count, string Call)[] attempts =
            [.. Service.Requests.Select(request => (request["amz-sdk-request"], request["amz-sdk-invocation-id"]))];
        Assert.Equal(["attempt=1; max=2", "attempt=2; max=2"], attempts[..2].Select(attempt => attempt.Count));
        Assert.Equal(["attempt=1; max=2", "attempt=2; max=2"], attempts[2..].Select(attempt => attempt.Count));
        Assert.Equal(attempts[0].Call, attempts[1].Call);
        Assert.Equal(attempts[2].Call, attempts[3].Call);
    }

    [Fact]
    public void Its_settings_have_the_same_defaults() =>
        Assert.Equal(Settings(new AmazonSQSConfig()), Settings(new AmazonEventBridgeConfig()));

    private async Task<(SentRequest Sqs, SentRequest Events)> SentAsync()
    {
        await SendAsync(retries: 0);
        return (Service.Requests[0], Service.Requests[1]);
    }

    private async Task SendAsync(int retries)
    {
        var sqs = Use(new AmazonSQSClient(Credentials, Configure(new AmazonSQSConfig(), retries)));
        var events = Use(new AmazonEventBridgeClient(Credentials, Configure(new AmazonEventBridgeConfig(), retries)));
        await sqs.ListQueuesAsync("", Cancellation);
        await events.ListRulesAsync(new(), Cancellation);
    }

    private static string Signing(SentRequest request, string service) => Signature()
        .Replace(request["Authorization"], "")
        .Replace($"/{service}/", "/service/", StringComparison.Ordinal);

    private static string UserAgent(SentRequest request, string service) => Version()
        .Replace(request["User-Agent"], "$1version")
        .Replace($"api/{service}#", "api/service#", StringComparison.Ordinal);

    private static IEnumerable<string> Settings(ClientConfig config) =>
        from setting in typeof(ClientConfig).GetProperties()
        where setting.PropertyType.IsValueType
        select $"{setting.Name}: {setting.GetValue(config)}";

    [GeneratedRegex("Signature=[0-9a-f]{64}$|(?<=AKIDEXAMPLE/)[0-9]{8}")]
    private static partial Regex Signature();

    [GeneratedRegex(@"(aws-sdk-dotnet-coreclr/|api/\w+#)[0-9.]+")]
    private static partial Regex Version();
}
