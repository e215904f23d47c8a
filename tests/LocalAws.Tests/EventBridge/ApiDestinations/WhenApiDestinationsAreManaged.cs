using System.Text.Json.Nodes;

namespace LocalAws.Tests.EventBridge.ApiDestinations;

public sealed class WhenApiDestinationsAreManaged : EventBridgeSpec
{
    [Fact]
    public async Task They_are_described_as_they_were_made()
    {
        var connection = await ConnectAsync();

        var created = await CreateAsync("d", connection);
        var described = await CallAsync("DescribeApiDestination", new { Name = "d" });

        Assert.Equal("ACTIVE", (string?)created["ApiDestinationState"]);
        Assert.StartsWith(
            "arn:aws:events:us-east-1:000000000000:api-destination/d/", (string)created["ApiDestinationArn"]!, StringComparison.Ordinal);
        Assert.Equal(
            (connection, "https://example.com/api", "POST", 300, "Made."),
            (Text("ConnectionArn"), Text("InvocationEndpoint"), Text("HttpMethod"), Rate(), Text("Description")));
        Assert.Null((await CallAsync("ListApiDestinations", new { NamePrefix = "d" }))["ApiDestinations"]![0]!["Description"]);

        string Text(string member) => (string)described[member]!;
        int Rate() => (int)described["InvocationRateLimitPerSecond"]!;
    }

    [Theory]
    [InlineData("""{"Name":"d","InvocationEndpoint":"https://example.com/v2"}""", "InvocationEndpoint", "https://example.com/v2")]
    [InlineData("""{"Name":"d","HttpMethod":"PUT"}""", "HttpMethod", "PUT")]
    [InlineData("""{"Name":"d","InvocationRateLimitPerSecond":7}""", "InvocationRateLimitPerSecond", "7")]
    [InlineData("""{"Name":"d","Description":"new"}""", "Description", "new")]
    public async Task An_update_changes_what_it_has(string update, string member, string value)
    {
        await CreateAsync("d", await ConnectAsync());

        await CallAsync("UpdateApiDestination", update);

        Assert.Equal(value, (await CallAsync("DescribeApiDestination", new { Name = "d" }))[member]!.ToString());
    }

    [Fact]
    public async Task They_rest_without_their_connection()
    {
        await CreateAsync("d", await ConnectAsync());

        await CallAsync("DeleteConnection", new { Name = "c" });

        Assert.Equal("INACTIVE", (string?)(await CallAsync("DescribeApiDestination", new { Name = "d" }))["ApiDestinationState"]);
    }

    [Fact]
    public async Task They_are_listed_by_connection()
    {
        var (first, second) = (await ConnectAsync(), await ConnectAsync("other"));
        await CreateAsync("d1", first);
        await CreateAsync("d2", second);

        var listed = await CallAsync("ListApiDestinations", new { ConnectionArn = second });

        Assert.Equal("d2", (string?)Assert.Single(listed["ApiDestinations"]!.AsArray())!["Name"]);
    }

    [Fact]
    public async Task A_deleted_one_is_gone()
    {
        await CreateAsync("d", await ConnectAsync());

        await CallAsync("DeleteApiDestination", new { Name = "d" });

        Assert.Equal(
            "ResourceNotFoundException: Failed to describe the api-destination(s). An api-destination 'd' does not exist.",
            await RefusalAsync("DescribeApiDestination", new { Name = "d" }));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once() => Assert.Equal(
        @"ValidationException: 2 validation errors detected: Value 'invalid-connection-arn' at 'connectionArn' failed to satisfy constraint: Member must satisfy regular expression pattern: ^arn:aws([a-z]|\-)*:events:([a-z]|\d|\-)*:([0-9]{12})?:connection\/[\.\-_A-Za-z0-9]+\/[\-A-Za-z0-9]+$; Value 'INVALID_METHOD' at 'httpMethod' failed to satisfy constraint: Member must satisfy enum value set: [HEAD, POST, PATCH, DELETE, PUT, GET, OPTIONS]",
        await RefusalAsync("CreateApiDestination", """{"Name":"d","ConnectionArn":"invalid-connection-arn","HttpMethod":"INVALID_METHOD","InvocationEndpoint":"invalid-endpoint"}"""));

    [Fact]
    public async Task The_connection_must_exist() => Assert.Equal(
        "ResourceNotFoundException: Connection 'none' does not exist.",
        await RefusalAsync("CreateApiDestination", Request("d", "arn:aws:events:us-east-1:000000000000:connection/none/1")));

    private async Task<string> ConnectAsync(string name = "c") => (string)(await CallAsync(
        "CreateConnection",
        $$$"""{"Name":"{{{name}}}","AuthorizationType":"BASIC","AuthParameters":{"BasicAuthParameters":{"Username":"u","Password":"p"}} }"""))["ConnectionArn"]!;

    private Task<JsonNode> CreateAsync(string name, string connection) => CallAsync("CreateApiDestination", Request(name, connection));

    private static object Request(string name, string connection) => new
    {
        Name = name,
        ConnectionArn = connection,
        InvocationEndpoint = "https://example.com/api",
        HttpMethod = "POST",
        Description = "Made.",
    };
}
