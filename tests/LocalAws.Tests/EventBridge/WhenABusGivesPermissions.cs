using System.Text.Json.Nodes;

namespace LocalAws.Tests.EventBridge;

public sealed class WhenABusGivesPermissions : EventBridgeSpec
{
    private const string BusArn = "arn:aws:events:us-east-1:000000000000:event-bus/b";

    [Fact]
    public async Task Its_policy_shows_them()
    {
        await CallAsync("CreateEventBus", new { Name = "b" });

        await PermitAsync("one", "111122223333");
        await PermitAsync("all", "*", new { Type = "StringEquals", Key = "aws:PrincipalOrgID", Value = "o-1" });

        var expected = $$$"""
            {"Version":"2012-10-17","Statement":[
            {"Sid":"one","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"events:PutEvents","Resource":"{{{BusArn}}}"},
            {"Sid":"all","Effect":"Allow","Principal":"*","Action":"events:PutEvents","Resource":"{{{BusArn}}}","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"} } }]}
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), await PolicyAsync()));
        Assert.NotNull((await CallAsync("ListEventBuses", new { NamePrefix = "b" }))["EventBuses"]![0]!["Policy"]);
    }

    [Fact]
    public async Task A_statement_of_the_same_id_is_replaced()
    {
        await CallAsync("CreateEventBus", new { Name = "b" });
        await PermitAsync("one", "111122223333");

        await PermitAsync("one", "*");

        Assert.Equal("*", (string?)Assert.Single((await PolicyAsync())!["Statement"]!.AsArray())!["Principal"]);
    }

    [Fact]
    public async Task A_whole_policy_replaces_all()
    {
        const string Policy = """{"Version":"2012-10-17","Statement":[{"Sid":"s","Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"events:ListRules","Resource":"*"}]}""";
        await CallAsync("CreateEventBus", new { Name = "b" });
        await PermitAsync("one", "*");

        await CallAsync("PutPermission", new { EventBusName = "b", Policy });

        Assert.Equal(Policy, (await PolicyAsync())!.ToJsonString());
    }

    [Fact]
    public async Task They_are_taken_back_one_by_one_or_all()
    {
        await CallAsync("CreateEventBus", new { Name = "b" });
        await PermitAsync("one", "*");
        await PermitAsync("two", "*");
        await PermitAsync("three", "*");

        await CallAsync("RemovePermission", new { EventBusName = "b", StatementId = "two", RemoveAllPermissions = false });
        Assert.Equal(["one", "three"], (await PolicyAsync())!["Statement"]!.AsArray().Select(statement => (string?)statement!["Sid"]));

        await CallAsync("RemovePermission", new { EventBusName = "b", RemoveAllPermissions = true });
        Assert.Null(await PolicyAsync());
    }

    [Theory]
    [InlineData("PutPermission", """{"EventBusName":"none","Action":"events:PutEvents","Principal":"*","StatementId":"s"}""", "ResourceNotFoundException: Event bus none does not exist.")]
    [InlineData("PutPermission", """{"Action":"events:PutPermission","Principal":"*","StatementId":"s"}""", "ValidationException: Provided value in parameter 'action' is not supported.")]
    [InlineData("PutPermission", """{"Action":"events:PutEvents","Principal":"me","StatementId":"s"}""", @"ValidationException: 1 validation error detected: Value 'me' at 'principal' failed to satisfy constraint: Member must satisfy regular expression pattern: (\d{12}|\*)")]
    [InlineData("PutPermission", """{"Action":"events:PutEvents","Principal":"*"}""", "ValidationException: Parameter StatementId must be specified.")]
    [InlineData("PutPermission", """{"Policy":"no JSON"}""", "ValidationException: Parameter Policy is not valid. Reason: The policy is malformed.")]
    [InlineData("PutPermission", """{"Policy":"{\"Statement\":[{\"Sid\":\"\\ud800\"}]}"}""", "ValidationException: Parameter Policy is not valid. Reason: The policy is malformed.")]
    [InlineData("RemovePermission", """{"EventBusName":"none","StatementId":"s"}""", "ResourceNotFoundException: Event bus none does not exist.")]
    [InlineData("RemovePermission", """{"StatementId":"s"}""", "ResourceNotFoundException: Statement with the provided id does not exist.")]
    public async Task What_AWS_would_refuse_is_refused(string operation, string request, string refusal) =>
        Assert.Equal(refusal, await RefusalAsync(operation, request));

    [Fact]
    public async Task A_policy_may_be_too_long()
    {
        var text = new string('x', 11_000);

        Assert.StartsWith(
            "PolicyLengthExceededException: ",
            await RefusalAsync("PutPermission", new { Policy = $$"""{"Statement":[{"Sid":"{{text}}"}]}""" }),
            StringComparison.Ordinal);
    }

    private Task<JsonNode> PermitAsync(string id, string principal, object? condition = null) => CallAsync(
        "PutPermission",
        new { EventBusName = "b", Action = "events:PutEvents", Principal = principal, StatementId = id, Condition = condition });

    private async Task<JsonNode?> PolicyAsync() =>
        (await CallAsync("DescribeEventBus", new { Name = "b" }))["Policy"] is { } policy ? JsonNode.Parse((string)policy!) : null;
}
