using System.Text.Json.Nodes;

namespace LocalAws.Tests.Data;

public sealed class WhenStepFunctionsIsStartedAgain : DataSpec
{
    private const string Machine = "arn:aws:states:us-east-1:000000000000:stateMachine:m";
    private const string Execution = "arn:aws:states:us-east-1:000000000000:execution:m:e";
    private const string Activity = "arn:aws:states:us-east-1:000000000000:activity:a";

    private const string Asks = """
        {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","TimeoutSeconds":600,
          "Parameters":{"QueueUrl":"http://localhost/000000000000/q","MessageBody":{"token.$":"$$.Task.Token"}},"End":true}}}
        """;

    private const string Works = """
        {"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"arn:aws:states:us-east-1:000000000000:activity:a","End":true}}}
        """;

    [Fact]
    public async Task A_wait_is_over_when_it_would_have_been()
    {
        await BeginAsync("""{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}""", "WaitStateEntered");

        await RestartAsync(TimeSpan.FromSeconds(59));
        Assert.Equal("RUNNING", (string?)(await DescribeAsync())["status"]);
        Time.Advance(TimeSpan.FromSeconds(1));

        await EndAsync("SUCCEEDED");
        Assert.Equal(["ExecutionStarted", "WaitStateEntered", "WaitStateExited", "ExecutionSucceeded"], await TypesAsync());
    }

    [Fact]
    public async Task A_token_that_is_out_still_ends_its_task_and_nobody_is_asked_twice()
    {
        await Sqs.CreateQueueAsync("q", Cancellation);
        await BeginAsync(Asks, "TaskSubmitted");
        var token = await TokenAsync();

        await RestartAsync(TimeSpan.FromMinutes(5));
        await CallAsync("AWSStepFunctions.SendTaskSuccess", new { taskToken = token, output = "7" });

        Assert.Equal("7", (string?)(await EndAsync("SUCCEEDED"))["output"]);
        Assert.Equal(1, (await TypesAsync()).Count(type => type == "TaskScheduled"));
        Assert.DoesNotContain("sqs.SendMessage", Server.Calls.Keys);
    }

    [Fact]
    public async Task A_task_that_took_too_long_meanwhile_has_timed_out()
    {
        await Sqs.CreateQueueAsync("q", Cancellation);
        await BeginAsync(Asks, "TaskSubmitted");

        await RestartAsync(TimeSpan.FromMinutes(11));

        Assert.Equal("States.Timeout", (string?)(await EndAsync("FAILED"))["error"]);
    }

    [Fact]
    public async Task An_execution_that_took_too_long_meanwhile_has_timed_out()
    {
        await BeginAsync(
            """{"TimeoutSeconds":30,"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}""", "WaitStateEntered");

        await RestartAsync(TimeSpan.FromSeconds(31));

        await EndAsync("TIMED_OUT");
    }

    [Fact]
    public async Task A_worker_can_fetch_what_nobody_has_fetched()
    {
        await CallAsync("AWSStepFunctions.CreateActivity", new { name = "a" });
        await BeginAsync(Works, "ActivityScheduled");

        await RestartAsync();
        var token = (await CallAsync("AWSStepFunctions.GetActivityTask", new { activityArn = Activity }))["taskToken"];
        await CallAsync("AWSStepFunctions.SendTaskSuccess", new { taskToken = (string?)token, output = "1" });

        await EndAsync("SUCCEEDED");
        Assert.Equal(1, (await TypesAsync()).Count(type => type == "ActivityScheduled"));
    }

    [Fact]
    public async Task A_worker_ends_what_it_fetched_before_and_nobody_else_gets_it()
    {
        await CallAsync("AWSStepFunctions.CreateActivity", new { name = "a" });
        await BeginAsync(Works, "ActivityScheduled");
        var token = (await CallAsync("AWSStepFunctions.GetActivityTask", new { activityArn = Activity }))["taskToken"];

        await RestartAsync();
        var fetching = CallAsync("AWSStepFunctions.GetActivityTask", new { activityArn = Activity });
        await CallAsync("AWSStepFunctions.SendTaskSuccess", new { taskToken = (string?)token, output = "1" });

        await EndAsync("SUCCEEDED");
        await UntilAsync<object>(async () =>
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
            return fetching.IsCompleted ? fetching : null;
        });
        Assert.Null((await fetching)["taskToken"]);
    }

    [Fact]
    public async Task Iterations_that_ended_are_not_run_again_and_the_others_go_on()
    {
        await CallAsync("AWSStepFunctions.CreateActivity", new { name = "a" });
        await BeginAsync(
            """
            {"StartAt":"M","States":{"M":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"C","States":{
              "C":{"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":1,"Next":"P"}],"Default":"Work"},
              "P":{"Type":"Pass","End":true},
              "Work":{"Type":"Task","Resource":"arn:aws:states:us-east-1:000000000000:activity:a","End":true}}}}}}
            """,
            "MapIterationSucceeded",
            "[1,2]");
        await EventAsync("ActivityScheduled");

        await RestartAsync();
        var task = await CallAsync("AWSStepFunctions.GetActivityTask", new { activityArn = Activity });
        await CallAsync("AWSStepFunctions.SendTaskSuccess", new { taskToken = (string?)task["taskToken"], output = "20" });

        Assert.Equal("[1,20]", (string?)(await EndAsync("SUCCEEDED"))["output"]);
        Assert.Equal("2", (string?)task["input"]);
        var types = await TypesAsync();
        Assert.Equal((2, 1), (types.Count(type => type == "MapIterationStarted"), types.Count(type => type == "MapStateStarted")));
    }

    [Fact]
    public async Task Variables_are_as_they_were()
    {
        await BeginAsync(
            """
            {"StartAt":"P","States":{"P":{"Type":"Pass","Assign":{"x":{"deep":[1.50,null]}},"Next":"W"},
              "W":{"Type":"Wait","Seconds":60,"Next":"Q"},"Q":{"Type":"Pass","Parameters":{"x.$":"$x"},"End":true}}}
            """,
            "WaitStateEntered");

        await RestartAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("""{"x":{"deep":[1.50,null]}}""", (string?)(await EndAsync("SUCCEEDED"))["output"]);
    }

    [Fact]
    public async Task Who_waits_for_another_execution_still_does()
    {
        await CreateAsync("child", """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}""");
        await BeginAsync(
            """
            {"StartAt":"S","States":{"S":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","OutputPath":"$.Output",
              "Parameters":{"StateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:child","Input":{"n":1}},"End":true}}}
            """,
            "TaskSubmitted");
        var children = await CallAsync(
            "AWSStepFunctions.ListExecutions", new { stateMachineArn = "arn:aws:states:us-east-1:000000000000:stateMachine:child" });
        await EventAsync("WaitStateEntered", (string)children["executions"]![0]!["executionArn"]!);

        await RestartAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("RUNNING", (string?)(await DescribeAsync())["status"]);
        Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("""{"n":1}""", (string?)(await EndAsync("SUCCEEDED"))["output"]);
        Assert.Equal(1, (await TypesAsync()).Count(type => type == "TaskScheduled"));
    }

    [Fact]
    public async Task What_has_ended_is_told_as_before_and_its_name_is_taken()
    {
        await BeginAsync("""{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""", "ExecutionSucceeded", """{"a":1}""");
        var (described, history) = (await DescribeAsync(), await HistoryAsync());

        await RestartAsync(TimeSpan.FromDays(1));

        Assert.Equal(described.ToJsonString(), (await DescribeAsync()).ToJsonString());
        Assert.Equal(history.ToJsonString(), (await HistoryAsync()).ToJsonString());
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => StartExecutionAsync("{}"));
        Assert.Contains("ExecutionAlreadyExists", refusal.Message);
    }

    [Fact]
    public async Task What_failed_can_be_redriven_where_it_failed()
    {
        await CallAsync("AWSStepFunctions.CreateActivity", new { name = "a" });
        await BeginAsync(Works, "ActivityScheduled");
        var failing = (await CallAsync("AWSStepFunctions.GetActivityTask", new { activityArn = Activity }))["taskToken"];
        await CallAsync("AWSStepFunctions.SendTaskFailure", new { taskToken = (string?)failing, error = "E" });
        await EndAsync("FAILED");

        await RestartAsync();
        await CallAsync("AWSStepFunctions.RedriveExecution", new { executionArn = Execution });
        var token = (await CallAsync("AWSStepFunctions.GetActivityTask", new { activityArn = Activity }))["taskToken"];
        await CallAsync("AWSStepFunctions.SendTaskSuccess", new { taskToken = (string?)token, output = "1" });

        await EndAsync("SUCCEEDED");
        Assert.Equal(1, (await TypesAsync()).Count(type => type == "TaskStateEntered"));
    }

    [Fact]
    public async Task An_execution_keeps_the_definition_that_it_began_with()
    {
        await BeginAsync("""{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}""", "WaitStateEntered");
        await CallAsync(
            "AWSStepFunctions.UpdateStateMachine",
            new { stateMachineArn = Machine, definition = """{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"New"}}}""" });
        var machine = await CallAsync("AWSStepFunctions.DescribeStateMachine", new { stateMachineArn = Machine });

        await RestartAsync(TimeSpan.FromMinutes(1));

        await EndAsync("SUCCEEDED");
        var after = await CallAsync("AWSStepFunctions.DescribeStateMachine", new { stateMachineArn = Machine });
        Assert.Equal(machine.ToJsonString(), after.ToJsonString());
    }

    [Fact]
    public async Task What_ran_goes_on_after_the_server_was_killed()
    {
        await Sqs.CreateQueueAsync("q", Cancellation);
        await BeginAsync(Asks, "TaskSubmitted");
        var token = await TokenAsync();
        var snapshot = await SnapshotAsync();

        // What happens after the snapshot is lost: this answer was never given.
        await CallAsync("AWSStepFunctions.SendTaskSuccess", new { taskToken = token, output = "1" });
        await EndAsync("SUCCEEDED");
        await RestartFromAsync(snapshot);
        await CallAsync("AWSStepFunctions.SendTaskSuccess", new { taskToken = token, output = "2" });

        Assert.Equal("2", (string?)(await EndAsync("SUCCEEDED"))["output"]);
    }

    private async Task<string> TokenAsync()
    {
        var received = await UntilAsync(async () => (await Sqs.ReceiveMessageAsync("http://localhost/000000000000/q", Cancellation)).Messages?.FirstOrDefault());
        return (string)JsonNode.Parse(received.Body)!["token"]!;
    }

    private Task<JsonNode> CreateAsync(string name, string definition) =>
        CallAsync("AWSStepFunctions.CreateStateMachine", new { name, definition, roleArn = Role });

    private Task<JsonNode> StartExecutionAsync(string input) =>
        CallAsync("AWSStepFunctions.StartExecution", new { stateMachineArn = Machine, name = "e", input });

    private async Task BeginAsync(string definition, string untilEvent, string input = "{}")
    {
        await CreateAsync("m", definition);
        await StartExecutionAsync(input);
        await EventAsync(untilEvent);
    }

    private Task<object> EventAsync(string type, string execution = Execution) =>
        UntilAsync<object>(async () => await TypesAsync(execution) is var types && types.Contains(type) ? types : null);

    private Task<JsonNode> DescribeAsync() => CallAsync("AWSStepFunctions.DescribeExecution", new { executionArn = Execution });

    private async Task<JsonNode> EndAsync(string status)
    {
        var ended = await UntilAsync(async () => await DescribeAsync() is var one && (string?)one["status"] != "RUNNING" ? one : null);
        Assert.True((string?)ended["status"] == status, ended.ToJsonString());
        return ended;
    }

    private async Task<JsonArray> HistoryAsync(string execution = Execution) =>
        (await CallAsync("AWSStepFunctions.GetExecutionHistory", new { executionArn = execution, maxResults = 1000 }))["events"]!.AsArray();

    private async Task<IReadOnlyList<string>> TypesAsync(string execution = Execution) =>
        [.. (await HistoryAsync(execution)).Select(one => (string)one!["type"]!)];
}
