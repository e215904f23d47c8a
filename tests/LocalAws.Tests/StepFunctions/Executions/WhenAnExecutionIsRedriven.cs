namespace LocalAws.Tests.StepFunctions.Executions;

public sealed class WhenAnExecutionIsRedriven : StepFunctionsSpec
{
    private const string Send = """ "Type":"Task","Resource":"arn:aws:states:::aws-sdk:sqs:sendMessage" """;

    [Fact]
    public async Task It_goes_on_from_the_state_that_failed_with_the_same_input()
    {
        Calls.Refuse("OverLimit");
        await RunAsync($$""" "A":{"Type":"Pass","Result":{"x":1},"Next":"B"},"B":{ {{Send}},"Parameters":{"n.$":"$$.Execution.RedriveCount","x.$":"$.x"},"End":true} """);

        Time.Advance(TimeSpan.FromMinutes(1));
        var redriven = await CallAsync("RedriveExecution", new { executionArn = ExecutionArn });

        var ended = await EndAsync();
        Assert.Equal("SUCCEEDED", (string?)ended["status"]);
        Assert.Equal(1, (int)ended["redriveCount"]!);
        Assert.Equal((decimal)redriven["redriveDate"]!, (decimal)ended["redriveDate"]!);
        Assert.Null(ended["error"]);
        await Calls.NextAsync();
        Assert.Equal("""{"n":1,"x":1}""", (await Calls.NextAsync()).Request.ToJsonString());
        Assert.Equal(
            [
                "ExecutionStarted", "PassStateEntered", "PassStateExited", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskFailed",
                "ExecutionFailed", "ExecutionRedriven", "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded",
            ],
            await TypesAsync());
        Assert.Equal("""{"redriveCount":1}""", (await HistoryAsync())[8]["executionRedrivenEventDetails"]!.ToJsonString());
    }

    [Fact]
    public async Task Branches_that_ended_well_are_not_run_again()
    {
        Calls.Refuse("OverLimit");
        await RunAsync($$"""
            "A":{"Type":"Parallel","Branches":[
              {"StartAt":"X","States":{"X":{"Type":"Pass","Result":1,"End":true} } },
              {"StartAt":"Y","States":{"Y":{ {{Send}},"ResultSelector":{},"End":true} } }],"End":true}
            """);

        await CallAsync("RedriveExecution", new { executionArn = ExecutionArn });

        Assert.Equal("[1,{}]", (string?)(await EndAsync())["output"]);
        Assert.Equal(1, (await TypesAsync()).Count(type => type == "PassStateEntered"));
        Assert.Equal(2, (await TypesAsync()).Count(type => type == "TaskScheduled"));
    }

    [Fact]
    public async Task Iterations_that_ended_well_are_not_run_again_and_retries_count_anew()
    {
        await BeginAsync($$"""
            "A":{"Type":"Map","MaxConcurrency":1,"ItemProcessor":{"StartAt":"Y","States":{"Y":{ {{Send}},
              "Parameters":{"i.$":"$$.Map.Item.Index","r.$":"$$.State.RetryCount"},"ResultSelector":{},"End":true} } },"End":true}
            """, "[1,2,3]");
        await EndAsync();
        await CreateAsync(Machine($$"""
            "A":{"Type":"Map","MaxConcurrency":1,"ItemProcessor":{"StartAt":"Y","States":{"Y":{ {{Send}},"Parameters":{"i.$":"$$.Map.Item.Index"},"ResultSelector":{},"End":true} } },"End":true}
            """), "n");
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(i, (int)(await Calls.NextAsync()).Request["i"]!);
        }

        Calls.Answer("{}");
        Calls.Refuse("OverLimit");
        await CallAsync("StartExecution", new { stateMachineArn = MachineArn.Replace("Machine:m", "Machine:n"), name = "e", input = "[1,2,3]" });
        var arn = ExecutionArn.Replace("m:e", "n:e");
        Assert.Equal("FAILED", (string?)(await EndAsync(arn))["status"]);
        await CallAsync("RedriveExecution", new { executionArn = arn });

        Assert.Equal("[{},{},{}]", (string?)(await EndAsync(arn))["output"]);
        int[] asked = [(int)(await Calls.NextAsync()).Request["i"]!, (int)(await Calls.NextAsync()).Request["i"]!,
            (int)(await Calls.NextAsync()).Request["i"]!, (int)(await Calls.NextAsync()).Request["i"]!];
        Assert.Equal([0, 1, 1, 2], asked);
    }

    [Fact]
    public async Task What_was_stopped_or_timed_out_goes_on_as_well_with_a_new_limit_in_time()
    {
        await CreateAsync("""{"StartAt":"A","TimeoutSeconds":10,"States":{"A":{"Type":"Wait","Seconds":15,"End":true}}}""");
        await StartAsync();
        await UntilEventAsync("WaitStateEntered");
        Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("TIMED_OUT", (string?)(await EndAsync())["status"]);

        await CallAsync("RedriveExecution", new { executionArn = ExecutionArn });
        await CallAsync("StopExecution", new { executionArn = ExecutionArn });
        await CallAsync("RedriveExecution", new { executionArn = ExecutionArn });
        Assert.Equal("RUNNING", (string?)(await DescribeAsync())["status"]);
        Time.Advance(TimeSpan.FromSeconds(10));

        var ended = await EndAsync();
        Assert.Equal("TIMED_OUT", (string?)ended["status"]);
        Assert.Equal(2, (int)ended["redriveCount"]!);
    }

    [Fact]
    public async Task What_runs_has_succeeded_or_ended_long_ago_is_not()
    {
        await BeginAsync(""" "A":{"Type":"Wait","Seconds":9,"End":true} """);
        Assert.Equal(
            "ExecutionNotRedrivable: Execution is not redrivable: 'Execution is RUNNING and cannot be redriven'",
            await RefusalAsync("RedriveExecution", new { executionArn = ExecutionArn }));

        await CallAsync("StopExecution", new { executionArn = ExecutionArn });
        Time.Advance(TimeSpan.FromDays(15));

        Assert.StartsWith("ExecutionNotRedrivable", await RefusalAsync("RedriveExecution", new { executionArn = ExecutionArn }));
    }

    [Fact]
    public async Task The_same_client_token_redrives_once()
    {
        await RunAsync(""" "A":{"Type":"Fail"} """);

        var first = await CallAsync("RedriveExecution", new { executionArn = ExecutionArn, clientToken = "t" });
        await EndAsync();
        var second = await CallAsync("RedriveExecution", new { executionArn = ExecutionArn, clientToken = "t" });

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal(1, (int)(await DescribeAsync())["redriveCount"]!);
    }
}
