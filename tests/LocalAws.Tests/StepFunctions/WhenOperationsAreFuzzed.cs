using System.Text.Json.Nodes;
using LocalAws.Tests.Fuzz;
using LocalAws.Tests.Http;

namespace LocalAws.Tests.StepFunctions;

/// <summary>Requests that are nearly right: each is done, or refused with a name and a reason. None is a defect of ours.</summary>
public sealed class WhenOperationsAreFuzzed : HttpSpec
{
    private const int Requests = 60;
    private const string Prefix = "arn:aws:states:us-east-1:000000000000:";
    private const string Machine = $"{Prefix}stateMachine:m";
    private const string Execution = $"{Prefix}execution:m:e";
    private const string Role = "arn:aws:iam::000000000000:role/r";

    private const string Definition = """
        {\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Map\",\"ItemsPath\":\"$.l\",\"ItemSelector\":{\"x.$\":\"States.Format('{}', $$.Map.Item.Value)\"},\"ItemProcessor\":{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.x\",\"StringMatches\":\"a*\",\"Next\":\"Q\"}],\"Default\":\"Q\"},\"Q\":{\"Type\":\"Wait\",\"Seconds\":60,\"End\":true}}},\"End\":true}}}
        """;

    private static readonly Dictionary<string, string> Valid = new()
    {
        ["CreateStateMachine"] = $$$"""{"name":"new","definition":"{{{Definition}}}","roleArn":"{{{Role}}}","type":"STANDARD","tracingConfiguration":{"enabled":true},"tags":[{"key":"a","value":"b"}],"loggingConfiguration":{"level":"OFF","destinations":[]}}""",
        ["UpdateStateMachine"] = $$"""{"stateMachineArn":"{{Machine}}","definition":"{{Definition}}","roleArn":"{{Role}}"}""",
        ["DescribeStateMachine"] = $$"""{"stateMachineArn":"{{Machine}}","includedData":"ALL_DATA"}""",
        ["DescribeStateMachineForExecution"] = $$"""{"executionArn":"{{Execution}}"}""",
        ["ListStateMachines"] = """{"maxResults":5}""",
        ["DeleteStateMachine"] = $$"""{"stateMachineArn":"{{Machine}}"}""",
        ["StartExecution"] = $$"""{"stateMachineArn":"{{Machine}}","name":"f","input":"{\"l\":[1,\"a\",null]}","traceHeader":"t"}""",
        ["DescribeExecution"] = $$"""{"executionArn":"{{Execution}}","includedData":"METADATA_ONLY"}""",
        ["ListExecutions"] = $$"""{"stateMachineArn":"{{Machine}}","statusFilter":"RUNNING","maxResults":5}""",
        ["StopExecution"] = $$"""{"executionArn":"{{Execution}}","error":"E","cause":"C"}""",
        ["GetExecutionHistory"] = $$"""{"executionArn":"{{Execution}}","maxResults":5,"reverseOrder":true,"includeExecutionData":false}""",
        ["CreateActivity"] = """{"name":"new","tags":[{"key":"a","value":"b"}],"encryptionConfiguration":{"type":"AWS_OWNED_KEY"}}""",
        ["DescribeActivity"] = $$"""{"activityArn":"{{Prefix}}activity:a"}""",
        ["ListActivities"] = """{"maxResults":5}""",
        ["DeleteActivity"] = $$"""{"activityArn":"{{Prefix}}activity:a"}""",
        ["ValidateStateMachineDefinition"] = $$"""{"definition":"{{Definition}}","type":"STANDARD","severity":"ERROR","maxResults":5}""",
        ["TestState"] = """{"definition":"{\"Type\":\"Pass\",\"Parameters\":{\"a.$\":\"$.l[?(@.x > 1)]\"},\"ResultPath\":\"$.r\",\"End\":true}","input":"{\"l\":[{\"x\":2}]}","inspectionLevel":"DEBUG","variables":"{\"v\":1}"}""",
        ["TagResource"] = $$"""{"resourceArn":"{{Machine}}","tags":[{"key":"a","value":"b"}]}""",
        ["UntagResource"] = $$"""{"resourceArn":"{{Machine}}","tagKeys":["a"]}""",
        ["ListTagsForResource"] = $$"""{"resourceArn":"{{Machine}}"}""",
        ["RedriveExecution"] = $$"""{"executionArn":"{{Execution}}","clientToken":"t"}""",
        ["SendTaskSuccess"] = """{"taskToken":"none","output":"{}"}""",
        ["SendTaskFailure"] = """{"taskToken":"none","error":"E","cause":"C"}""",
        ["SendTaskHeartbeat"] = """{"taskToken":"none"}""",
    };

    // A poll waits for a minute when there is nothing; the others have no task or nothing to redrive.
    private static readonly string[] Refused = ["RedriveExecution", "SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_client_is_told_what_is_wrong_and_the_server_goes_on(int seed)
    {
        foreach (var (operation, valid) in Valid)
        {
            await StartAgainAsync();
            var mutator = new JsonMutator(seed);
            for (var request = 0; request < Requests; request++)
            {
                var body = mutator.Spoil(valid);

                using var response = await CallAsync($"AWSStepFunctions.{operation}", body);

                var answer = await response.Content.ReadAsStringAsync(Cancellation);
                Assert.True(
                    IsClear((int)response.StatusCode, JsonNode.Parse(answer)!), $"seed {seed}: {operation} {body}\nwas answered {response.StatusCode} {answer}");
            }
        }
    }

    [Fact]
    public async Task Every_operation_takes_part_and_its_request_is_valid()
    {
        using var health = await GetAsync("/_local/health");
        var operations = (await JsonAsync(health))["services"]!["states"]!.AsArray().Select(one => (string)one!).Except(["GetActivityTask"]);

        Assert.Equal(operations.Order(StringComparer.Ordinal), Valid.Keys.Order(StringComparer.Ordinal));
        foreach (var (operation, valid) in Valid)
        {
            await StartAgainAsync();
            using var response = await CallAsync($"AWSStepFunctions.{operation}", valid);
            Assert.True(
                response.IsSuccessStatusCode != Refused.Contains(operation), $"{operation}: {await response.Content.ReadAsStringAsync(Cancellation)}");
        }
    }

    private async Task StartAgainAsync()
    {
        Server.Reset();
        await SetUpAsync("CreateStateMachine", $$"""{"name":"m","definition":"{{Definition}}","roleArn":"{{Role}}"}""");
        await SetUpAsync("StartExecution", $$"""{"stateMachineArn":"{{Machine}}","name":"e","input":"{\"l\":[1]}"}""");
        await SetUpAsync("CreateActivity", """{"name":"a"}""");
    }

    private async Task SetUpAsync(string operation, string body)
    {
        using var response = await CallAsync($"AWSStepFunctions.{operation}", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    private static bool IsClear(int status, JsonNode answer) => status == 200
        || (status < 500 && answer["__type"] is not null && ((string?)answer["message"] is { Length: > 0 } reason) && !reason.Contains("LocalAws.", StringComparison.Ordinal));
}
