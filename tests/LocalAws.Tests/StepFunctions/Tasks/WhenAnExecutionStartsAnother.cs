using System.Text.Json.Nodes;

namespace LocalAws.Tests.StepFunctions.Tasks;

public sealed class WhenAnExecutionStartsAnother : StepFunctionsSpec
{
    private const string ChildArn = "arn:aws:states:us-east-1:000000000000:execution:child:c";

    public WhenAnExecutionStartsAnother() => Calls.States = (operation, request) => CallAsync(operation, request!.ToJsonString());

    [Fact]
    public async Task Without_waiting_it_has_the_other_s_ARN()
    {
        await CreateChildAsync(""" "W":{"Type":"Wait","Seconds":9,"End":true} """);

        var output = JsonNode.Parse((await OutputAsync(Start("")))!)!;

        Assert.Equal(ChildArn, (string?)output["ExecutionArn"]);
        Assert.Equal("RUNNING", (string?)(await DescribeAsync(ChildArn))["status"]);
    }

    [Theory]
    [InlineData(".sync", "\"{\\u0022x\\u0022:1}\"")]
    [InlineData(".sync:2", "{\"x\":1}")]
    public async Task With_sync_it_waits_for_the_end_and_has_the_description(string pattern, string data)
    {
        await CreateChildAsync(""" "W":{"Type":"Wait","Seconds":9,"End":true} """);
        await BeginAsync(Start(pattern));
        await UntilEventAsync("TaskSubmitted");
        await UntilAsync(async () => (await TypesAsync(ChildArn)).Contains("WaitStateEntered"));

        Time.Advance(TimeSpan.FromSeconds(9));

        var output = JsonNode.Parse((string)(await EndAsync())["output"]!)!;
        Assert.Equal(data, output["Output"]!.ToJsonString());
        Assert.Equal(data, output["Input"]!.ToJsonString());
        Assert.Equal("SUCCEEDED", (string?)output["Status"]);
        Assert.Equal(Clock.Start.AddSeconds(9).ToUnixTimeMilliseconds(), (long)output["StopDate"]!);
        Assert.Equal(
            ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"],
            await TypesAsync());
    }

    [Theory]
    [InlineData(".sync")]
    [InlineData(".sync:2")]
    public async Task A_failure_of_the_other_is_its_own(string pattern)
    {
        await CreateChildAsync(""" "W":{"Type":"Fail","Error":"E","Cause":"C"} """);

        var ended = await RunAsync(Start(pattern));

        Assert.Equal("States.TaskFailed", (string?)ended["error"]);
        var cause = JsonNode.Parse((string)ended["cause"]!)!;
        Assert.Equal(["E", "C", "FAILED"], [(string?)cause["Error"], (string?)cause["Cause"], (string?)cause["Status"]]);
    }

    [Fact]
    public async Task The_other_is_stopped_when_nobody_waits_for_it_any_longer()
    {
        await CreateChildAsync(""" "W":{"Type":"Wait","Seconds":900,"End":true} """);
        await BeginAsync(Start(".sync"));
        await UntilEventAsync("TaskSubmitted");

        await CallAsync("StopExecution", new { executionArn = ExecutionArn });

        Assert.Equal("ABORTED", (string?)(await EndAsync(ChildArn))["status"]);
    }

    [Fact]
    public async Task A_timeout_stops_the_other_as_well()
    {
        await CreateChildAsync(""" "W":{"Type":"Wait","Seconds":900,"End":true} """);
        await BeginAsync(Start(".sync", """ "TimeoutSeconds":5, """));
        await UntilEventAsync("TaskSubmitted");

        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("States.Timeout", (string?)(await EndAsync())["error"]);
        Assert.Equal("ABORTED", (string?)(await EndAsync(ChildArn))["status"]);
    }

    [Fact]
    public async Task Its_token_ends_the_wait_too()
    {
        await CreateChildAsync(""" "W":{"Type":"Wait","Seconds":900,"End":true} """);
        await BeginAsync(Start(".sync").Replace("""{"x":1}""", """{"t.$":"$$.Task.Token"}"""));
        await UntilEventAsync("TaskSubmitted");
        var taskToken = (string?)JsonNode.Parse((string)(await DescribeAsync(ChildArn))["input"]!)!["t"];

        await CallAsync("SendTaskSuccess", new { taskToken, output = "7" });

        Assert.Equal("7", (string?)(await EndAsync())["output"]);
    }

    [Fact]
    public async Task One_that_is_not_there_is_an_error() =>
        Assert.StartsWith("StepFunctions.StateMachineDoesNotExistException: State Machine Does Not Exist", await FailureAsync(Start(".sync")));

    private static string Start(string pattern, string fields = "") => $$"""
        "A":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution{{pattern}}",{{fields}}
          "Parameters":{"StateMachineArn":"{{MachineArn.Replace(":stateMachine:m", ":stateMachine:child")}}","Name":"c","Input":{"x":1} },"End":true}
        """;

    private Task<JsonNode> CreateChildAsync(string states) => CreateAsync($$"""{"StartAt":"W","States":{ {{states}} } }""", "child");
}
