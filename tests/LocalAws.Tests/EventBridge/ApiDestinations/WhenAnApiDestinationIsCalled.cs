using System.Text;

namespace LocalAws.Tests.EventBridge.ApiDestinations;

public sealed class WhenAnApiDestinationIsCalled() : EventBridgeSpec(new AlarmClock()), IAsyncLifetime
{
    private const string Basic = """{"BasicAuthParameters":{"Username":"user","Password":"pass"}}""";

    private Webhook _hook = null!;

    public async ValueTask InitializeAsync() => _hook = await Webhook.StartAsync();

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await _hook.DisposeAsync();
    }

    [Fact]
    public async Task Its_endpoint_gets_the_event()
    {
        await RouteToAsync(await CreateAsync(Basic));

        await PutAsync(Entry("""{"id":"o-1"}"""));

        var request = await _hook.NextAsync();
        Assert.Equal(("POST", "/hook"), (request.Method, request.Path));
        Assert.StartsWith("""{"version":"0","id":""", request.Body, StringComparison.Ordinal);
        Assert.Equal("application/json; charset=utf-8", request.Headers["Content-Type"]);
        Assert.Equal("Amazon/EventBridge/ApiDestinations", request.Headers["User-Agent"]);
    }

    [Theory]
    [InlineData("BASIC", Basic, "Authorization", "Basic dXNlcjpwYXNz")]
    [InlineData("API_KEY", """{"ApiKeyAuthParameters":{"ApiKeyName":"X-Key","ApiKeyValue":"secret"}}""", "X-Key", "secret")]
    public async Task It_has_the_connections_credentials(string type, string parameters, string header, string value)
    {
        await RouteToAsync(await CreateAsync(parameters, type: type));

        await PutAsync(Entry());

        Assert.Equal(value, (await _hook.NextAsync()).Headers[header]);
    }

    [Fact]
    public async Task What_the_connection_adds_wins_over_what_the_target_adds()
    {
        const string Parameters = """
            {"BasicAuthParameters":{"Username":"user","Password":"pass"},"InvocationHttpParameters":{
            "HeaderParameters":[{"Key":"Shared","Value":"connection"}],"QueryStringParameters":[{"Key":"shared","Value":"connection"}],
            "BodyParameters":[{"Key":"shared","Value":"connection"}]}}
            """;
        await RouteToAsync(await CreateAsync(Parameters, path: "orders/*/hook"), """
            "Input":"{\"a\":1,\"shared\":\"target\"}","HttpParameters":{"PathParameterValues":["$.detail.id"],
            "HeaderParameters":{"shared":"target","own":"$.detail.id"},"QueryStringParameters":{"shared":"target","own":"a b"}}
            """);

        await PutAsync(Entry("""{"id":"o/1"}"""));

        var request = await _hook.NextAsync();
        Assert.Equal("/orders/o%2F1/hook?shared=connection&own=a%20b", request.Path);
        Assert.Equal(("connection", "o/1"), (request.Headers["Shared"], request.Headers["own"]));
        Assert.Equal("""{"a":1,"shared":"connection"}""", request.Body);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task It_is_called_again_after_a_passing_failure(int status)
    {
        _hook.Answer(status);
        await RouteToAsync(await CreateAsync(Basic));

        await PutAsync(Entry("""{"n":1}"""));
        await _hook.NextAsync();
        await AdvanceToAlarmAsync(TimeSpan.FromSeconds(1));

        Assert.Contains("""{"n":1}""", (await _hook.NextAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_left_alone_for_as_long_as_it_asks()
    {
        _hook.Answer(503, retryAfter: "60");
        await RouteToAsync(await CreateAsync(Basic));

        await PutAsync(Entry());
        await _hook.NextAsync();
        await AdvanceToAlarmAsync(TimeSpan.FromSeconds(60));

        await _hook.NextAsync();
    }

    [Theory]
    [InlineData(400, null)]
    [InlineData(302, null)]
    [InlineData(503, "-1")]
    public async Task Another_failure_makes_it_a_dead_letter(int status, string? retryAfter)
    {
        _hook.Answer(status, retryAfter);
        await RouteToAsync(await CreateAsync(Basic));

        await PutAsync(Entry());

        var dead = await Queues.NextAsync();
        Assert.Equal((DlqArn, "ERROR_FROM_TARGET"), (dead.QueueArn, dead.Attributes!["ERROR_CODE"]));
        Assert.Equal($"The API destination answered with HTTP status {status}.", dead.Attributes["ERROR_MESSAGE"]);
    }

    [Fact]
    public async Task Its_calls_stay_within_its_rate()
    {
        await RouteToAsync(await CreateAsync(Basic, rate: 2));

        await PutAsync(Entry("""{"n":1}"""), Entry("""{"n":2}"""));
        await _hook.NextAsync();
        await AdvanceToAlarmAsync(TimeSpan.FromMilliseconds(500));

        Assert.Contains("""{"n":2}""", (await _hook.NextAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_one_makes_it_a_dead_letter()
    {
        await RouteToAsync(await CreateAsync(Basic));
        await CallAsync("DeleteApiDestination", new { Name = "d" });

        await PutAsync(Entry());

        Assert.Equal("NO_RESOURCE", (await Queues.NextAsync()).Attributes!["ERROR_CODE"]);
    }

    [Theory]
    [InlineData("https://example.com/hook")]
    [InlineData("http://10.0.0.1/hook")]
    [InlineData("example.com")]
    public async Task Nothing_leaves_the_machine(string endpoint)
    {
        await RouteToAsync(await CreateAsync(Basic, endpoint: endpoint), "\"Input\":\"1\"");

        await RecordedAsync();
    }

    [Fact]
    public async Task Without_credentials_it_is_not_called()
    {
        await RouteToAsync(await CreateAsync(Basic), "\"Input\":\"1\"");
        await CallAsync("DeauthorizeConnection", new { Name = "c" });

        await RecordedAsync();
    }

    private Task AdvanceToAlarmAsync(TimeSpan wait) => ((AlarmClock)Time).AdvanceToAlarmAsync(wait);

    /// <summary>Puts an event and asserts that what would have been sent is recorded instead.</summary>
    private async Task RecordedAsync()
    {
        await RouteAsync("zz", AnySource, new { Id = "1", Arn = QueueArn });

        await PutAsync(Entry());

        await Queues.NextAsync();
        var recorded = Encoding.UTF8.GetString(Assert.Single(Service.Deliveries("r", null)));
        Assert.Contains("\"input\":\"1\"", recorded, StringComparison.Ordinal);
    }

    private async Task<string> CreateAsync(
        string parameters, string type = "BASIC", string path = "hook", string? endpoint = null, int rate = 300)
    {
        var connection = await CallAsync(
            "CreateConnection", $$"""{"Name":"c","AuthorizationType":"{{type}}","AuthParameters":{{parameters}}}""");
        var destination = await CallAsync("CreateApiDestination", new
        {
            Name = "d",
            ConnectionArn = (string)connection["ConnectionArn"]!,
            InvocationEndpoint = endpoint ?? $"{_hook.Url}/{path}",
            HttpMethod = "POST",
            InvocationRateLimitPerSecond = rate,
        });
        return (string)destination["ApiDestinationArn"]!;
    }

    private async Task RouteToAsync(string destination, string? rest = null)
    {
        await CallAsync("PutRule", new { Name = "r", EventPattern = AnySource });
        await CallAsync(
            "PutTargets",
            $$"""{"Rule":"r","Targets":[{"Id":"1","Arn":"{{destination}}","DeadLetterConfig":{"Arn":"{{DlqArn}}"}{{(rest is null ? "" : $",{rest}")}}}]}""");
    }
}
