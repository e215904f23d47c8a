using System.Text.Json.Nodes;

namespace LocalAws.Tests.EventBridge.ApiDestinations;

public sealed class WhenConnectionsAreManaged : EventBridgeSpec
{
    private const string Basic = """{"BasicAuthParameters":{"Username":"user","Password":"pass"}}""";
    private const string ApiKey = """{"ApiKeyAuthParameters":{"ApiKeyName":"ApiKey","ApiKeyValue":"secret"}}""";
    private const string OAuth = """{"OAuthParameters":{"AuthorizationEndpoint":"https://example.com/oauth","HttpMethod":"put","ClientParameters":{"ClientID":"id","ClientSecret":"secret"}}}""";

    [Theory]
    [InlineData("BASIC", Basic, """{"BasicAuthParameters":{"Username":"user"}}""", "AUTHORIZED")]
    [InlineData("API_KEY", ApiKey, """{"ApiKeyAuthParameters":{"ApiKeyName":"ApiKey"}}""", "AUTHORIZED")]
    [InlineData("OAUTH_CLIENT_CREDENTIALS", OAuth, """{"OAuthParameters":{"AuthorizationEndpoint":"https://example.com/oauth","HttpMethod":"put","ClientParameters":{"ClientID":"id"}}}""", "AUTHORIZING")]
    [InlineData("BASIC", """{"BasicAuthParameters":{"Username":"user","Password":"pass"},"InvocationHttpParameters":{"HeaderParameters":[{"Key":"a","Value":"shown"},{"Key":"b","Value":"hidden","IsValueSecret":true}]}}""", """{"BasicAuthParameters":{"Username":"user"},"InvocationHttpParameters":{"HeaderParameters":[{"Key":"a","Value":"shown"},{"Key":"b","IsValueSecret":true}]}}""", "AUTHORIZED")]
    public async Task They_are_described_without_their_secrets(string type, string parameters, string shown, string state)
    {
        var created = await CreateAsync("c", type, parameters);

        var described = await CallAsync("DescribeConnection", new { Name = "c" });

        Assert.Equal((state, state), ((string)created["ConnectionState"]!, (string)described["ConnectionState"]!));
        Assert.StartsWith(
            "arn:aws:events:us-east-1:000000000000:connection/c/", (string)created["ConnectionArn"]!, StringComparison.Ordinal);
        Assert.Null(created["LastAuthorizedTime"]);
        Assert.StartsWith(
            "arn:aws:secretsmanager:us-east-1:000000000000:secret:events!connection/c/",
            (string)described["SecretArn"]!,
            StringComparison.Ordinal);
        Assert.Equal(type, (string?)described["AuthorizationType"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(shown), described["AuthParameters"]), described.ToJsonString());
    }

    [Fact]
    public async Task They_are_listed_by_prefix_and_state()
    {
        await CreateAsync("a1", "BASIC", Basic);
        await CreateAsync("a2", "OAUTH_CLIENT_CREDENTIALS", OAuth);
        await CreateAsync("b1", "BASIC", Basic);

        Assert.Equal(["a1", "a2"], await NamesAsync("""{"NamePrefix":"a"}"""));
        Assert.Equal(["a2"], await NamesAsync("""{"ConnectionState":"AUTHORIZING"}"""));
    }

    [Fact]
    public async Task An_update_changes_what_it_has()
    {
        await CreateAsync("c", "BASIC", Basic);
        Time.Advance(TimeSpan.FromMinutes(1));

        await CallAsync("UpdateConnection", """{"Name":"c","AuthParameters":{"BasicAuthParameters":{"Username":"new"}}}""");
        var renamed = await CallAsync("DescribeConnection", new { Name = "c" });
        await CallAsync("UpdateConnection", $$"""{"Name":"c","AuthorizationType":"API_KEY","Description":"d","AuthParameters":{{ApiKey}}}""");
        var changed = await CallAsync("DescribeConnection", new { Name = "c" });

        Assert.Equal("""{"BasicAuthParameters":{"Username":"new"}}""", renamed["AuthParameters"]!.ToJsonString());
        Assert.Equal("""{"ApiKeyAuthParameters":{"ApiKeyName":"ApiKey"}}""", changed["AuthParameters"]!.ToJsonString());
        Assert.Equal("d", (string?)changed["Description"]);
        Assert.NotEqual((decimal)changed["CreationTime"]!, (decimal)changed["LastAuthorizedTime"]!);
    }

    [Fact]
    public async Task Deauthorizing_takes_the_credentials_until_there_are_others()
    {
        await CreateAsync("c", "BASIC", Basic);

        var deauthorized = await CallAsync("DeauthorizeConnection", new { Name = "c" });
        Assert.Equal("DEAUTHORIZING", (string?)deauthorized["ConnectionState"]);
        Assert.Equal("DEAUTHORIZED", (string?)(await CallAsync("DescribeConnection", new { Name = "c" }))["ConnectionState"]);

        await CallAsync("UpdateConnection", $$"""{"Name":"c","AuthParameters":{{Basic}}}""");
        Assert.Equal("AUTHORIZED", (string?)(await CallAsync("DescribeConnection", new { Name = "c" }))["ConnectionState"]);
    }

    [Fact]
    public async Task A_deleted_one_is_gone()
    {
        await CreateAsync("c", "BASIC", Basic);

        var deleted = await CallAsync("DeleteConnection", new { Name = "c" });

        Assert.Equal("DELETING", (string?)deleted["ConnectionState"]);
        Assert.Equal(
            "ResourceNotFoundException: Failed to describe the connection(s). Connection 'c' does not exist.",
            await RefusalAsync("DescribeConnection", new { Name = "c" }));
    }

    [Theory]
    [InlineData("""{"Name":"a b","AuthorizationType":"MAGIC","AuthParameters":{}}""", @"2 validation errors detected: Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+; Value 'MAGIC' at 'authorizationType' failed to satisfy constraint: Member must satisfy enum value set: [BASIC, OAUTH_CLIENT_CREDENTIALS, API_KEY]")]
    [InlineData("""{"Name":"c","AuthorizationType":"BASIC","AuthParameters":{"BasicAuthParameters":{"Username":"a:b"}}}""", @"2 validation errors detected: Value 'a:b' at 'authParameters.basicAuthParameters.username' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[ \t]*[^\x00-\x1F:\x7F]+([ \t]+[^\x00-\x1F:\x7F]+)*[ \t]*$; Value null at 'authParameters.basicAuthParameters.password' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"Name":"c","AuthorizationType":"BASIC","AuthParameters":{"BasicAuthParameters":{"Username":"a","Password":""}}}""", "Value at 'authParameters.basicAuthParameters.password' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""{"Name":"c","AuthorizationType":"BASIC","AuthParameters":{"ApiKeyAuthParameters":{"ApiKeyName":"a","ApiKeyValue":"b"}}}""", "Parameter AuthParameters is not valid. Reason: They lack what the authorization type BASIC needs.")]
    [InlineData("""{"Name":"c","AuthorizationType":"BASIC","InvocationConnectivityParameters":{}}""", "InvocationConnectivityParameters is not supported.")]
    public async Task What_AWS_would_refuse_is_refused(string request, string reason) =>
        Assert.Contains(reason, await RefusalAsync("CreateConnection", request), StringComparison.Ordinal);

    [Fact]
    public async Task A_name_is_taken_once()
    {
        await CreateAsync("c", "BASIC", Basic);

        Assert.Equal(
            "ResourceAlreadyExistsException: Connection c already exists.",
            await RefusalAsync("CreateConnection", Request("c", "BASIC", Basic)));
    }

    private Task<JsonNode> CreateAsync(string name, string type, string parameters) =>
        CallAsync("CreateConnection", Request(name, type, parameters));

    private static string Request(string name, string type, string parameters) =>
        $$"""{"Name":"{{name}}","AuthorizationType":"{{type}}","AuthParameters":{{parameters}}}""";

    private async Task<IEnumerable<string?>> NamesAsync(string request) =>
        (await CallAsync("ListConnections", request))["Connections"]!.AsArray().Select(connection => (string?)connection!["Name"]);
}
