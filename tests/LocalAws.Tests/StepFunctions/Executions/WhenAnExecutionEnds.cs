using System.Text.Json.Nodes;

namespace LocalAws.Tests.StepFunctions.Executions;

public sealed class WhenAnExecutionEnds : StepFunctionsSpec
{
    [Fact]
    public async Task Success_is_told_with_its_output()
    {
        var ended = await RunAsync(""" "A":{"Type":"Succeed"} """, """{"a":1}""");

        Assert.Equal("SUCCEEDED", (string?)ended["status"]);
        Assert.Equal("""{"a":1}""", (string?)ended["output"]);
        Assert.Equal("NOT_REDRIVABLE", (string?)ended["redriveStatus"]);
        Assert.Equal("Execution is SUCCEEDED and cannot be redriven", (string?)ended["redriveStatusReason"]);
        Assert.Equal(["1 0 ExecutionStarted", "2 0 SucceedStateEntered", "3 2 SucceedStateExited", "4 3 ExecutionSucceeded"], await EventsAsync());
    }

    [Theory]
    [InlineData(""" "Error":"E","Cause":"C" """, "E: C")]
    [InlineData(""" "Error":"E" """, "E: ")]
    [InlineData(""" "ErrorPath":"$.e","CausePath":"$$.Execution.Name" """, "bad: e")]
    [InlineData(""" "ErrorPath":"States.Format('{}-{}', $.e, 1)","CausePath":"States.JsonToString($.n)" """, "bad-1: 5")]
    public async Task A_fail_state_says_why(string fields, string failure)
    {
        Assert.Equal(failure, await FailureAsync($$""" "A":{"Type":"Fail",{{fields}} } """, """{"e":"bad","n":5}"""));
        Assert.Equal(["1 0 ExecutionStarted", "2 0 FailStateEntered", "3 2 ExecutionFailed"], await EventsAsync());
    }

    [Fact]
    public async Task A_fail_state_without_reason_has_none()
    {
        var ended = await RunAsync(""" "A":{"Type":"Fail"} """);

        Assert.Null(ended["error"]);
        Assert.Null(ended["cause"]);
        Assert.Equal("{}", (await HistoryAsync())[^1]["executionFailedEventDetails"]!.ToJsonString());
    }

    [Fact]
    public async Task An_error_that_is_no_text_is_an_error_of_its_own() =>
        Assert.Contains("does not reference a STRING", await FailureAsync(""" "A":{"Type":"Fail","ErrorPath":"$.n"} """, """{"n":5}"""));

    [Fact]
    public async Task No_choice_that_matches_fails() =>
        Assert.Equal(
            "States.NoChoiceMatched: An error occurred while executing the state 'A' (entered at the event id #2). "
                + "Failed to transition out of the state. The state does not point to a next state.",
            await FailureAsync("""
                "A":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericEquals":1,"Next":"B"}]},"B":{"Type":"Succeed"}
                """, """{"n":2}"""));

    [Fact]
    public async Task A_choice_goes_where_its_first_match_says()
    {
        var output = await OutputAsync("""
            "A":{"Type":"Choice","InputPath":"$.in","Choices":[
              {"Variable":"$.n","NumericGreaterThan":9,"Next":"X"},{"Variable":"$.n","NumericGreaterThan":1,"Next":"B"},{"Variable":"$.n","IsNumeric":true,"Next":"X"}]},
            "B":{"Type":"Succeed"},"X":{"Type":"Fail"}
            """, """{"in":{"n":2}}""");

        Assert.Equal("""{"n":2}""", output);
        Assert.Equal(["ExecutionStarted", "ChoiceStateEntered", "ChoiceStateExited", "SucceedStateEntered", "SucceedStateExited", "ExecutionSucceeded"],
            await TypesAsync());
    }

    [Fact]
    public async Task It_times_out_when_it_has_taken_too_long()
    {
        await CreateAsync("""{"StartAt":"A","TimeoutSeconds":300,"States":{"A":{"Type":"Wait","Seconds":9999,"End":true}}}""");
        await StartAsync();
        await UntilEventAsync("WaitStateEntered");

        Time.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal("RUNNING", (string?)(await DescribeAsync())["status"]);
        Time.Advance(TimeSpan.FromSeconds(1));

        var ended = await EndAsync();
        Assert.Equal("TIMED_OUT", (string?)ended["status"]);
        Assert.Equal("REDRIVABLE", (string?)ended["redriveStatus"]);
        Assert.Equal("3 0 ExecutionTimedOut", (await EventsAsync())[^1]);
    }

    [Fact]
    public async Task A_stop_ends_it_at_once_and_runs_no_catch()
    {
        await BeginAsync("""
            "A":{"Type":"Parallel","Branches":[{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":9,"End":true}}}],
              "Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}],"Next":"B"},
            "B":{"Type":"Succeed"}
            """);
        await UntilEventAsync("WaitStateEntered");

        await CallAsync("StopExecution", new { executionArn = ExecutionArn, error = "E", cause = "C" });

        var stopped = await DescribeAsync();
        Assert.Equal(["ABORTED", "E", "C"], [(string?)stopped["status"], (string?)stopped["error"], (string?)stopped["cause"]]);
        Assert.Equal("""{"error":"E","cause":"C"}""", (await HistoryAsync())[^1]["executionAbortedEventDetails"]!.ToJsonString());
        Assert.Equal("5 0 ExecutionAborted", (await EventsAsync())[^1]);
    }

    [Fact]
    public async Task A_stop_after_the_end_changes_nothing()
    {
        await RunAsync(""" "A":{"Type":"Succeed"} """);

        var stopped = await CallAsync("StopExecution", new { executionArn = ExecutionArn });

        Assert.Equal(Clock.Start.ToUnixTimeSeconds(), (long)(decimal)stopped["stopDate"]!);
        Assert.Equal("SUCCEEDED", (string?)(await DescribeAsync())["status"]);
    }

    [Fact]
    public async Task A_history_of_25000_events_is_full()
    {
        var ended = await RunAsync(""" "A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"} """);

        Assert.Equal("FAILED", (string?)ended["status"]);
        Assert.Equal("The execution reached the maximum number of history events (25000).", (string?)ended["cause"]);
        var last = await CallAsync("GetExecutionHistory", new { executionArn = ExecutionArn, reverseOrder = true, maxResults = 1 });
        Assert.Equal(25_000, (int)last["events"]![0]!["id"]!);
    }

    [Fact]
    public async Task More_data_than_256_KiB_end_it()
    {
        var failure = await FailureAsync(
            """ "A":{"Type":"Pass","Parameters":{"a.$":"$.x","b.$":"$.x"},"End":true} """, $$"""{"x":"{{new string('x', 140_000)}}"}""");

        Assert.Equal(
            "States.DataLimitExceeded: The state/task 'A' returned a result with a size exceeding the maximum number of bytes service limit.",
            failure);
    }

    [Fact]
    public async Task Each_change_of_status_is_put_on_the_default_bus()
    {
        await RunAsync(""" "A":{"Type":"Succeed"} """, """{"a":1}""");
        await UntilAsync(() => Task.FromResult(Calls.Events.Count == 2));

        Assert.All(Calls.Events, one => Assert.Equal(
            ("us-east-1", "aws.states", "Step Functions Execution Status Change", ExecutionArn), (one.Region, one.Source, one.DetailType, one.Resource)));
        var details = Calls.Events.Select(one => JsonNode.Parse(one.Detail)!).ToList();
        Assert.Equal(["RUNNING", "SUCCEEDED"], details.Select(one => (string?)one["status"]));
        var at = Clock.Start.ToUnixTimeMilliseconds();
        Assert.Equal(
            $$$"""
            {"executionArn":"{{{ExecutionArn}}}","stateMachineArn":"{{{MachineArn}}}","name":"e","status":"SUCCEEDED","startDate":{{{at}}},"stopDate":{{{at}}},"input":"{\u0022a\u0022:1}","output":"{\u0022a\u0022:1}","stateMachineVersionArn":null,"stateMachineAliasArn":null,"redriveCount":0,"redriveDate":null,"redriveStatus":"NOT_REDRIVABLE","redriveStatusReason":"Execution is SUCCEEDED and cannot be redriven","inputDetails":{"included":true},"outputDetails":{"included":true},"error":null,"cause":null}
            """,
            details[1].ToJsonString());
        Assert.Null(details[0]["output"]);
        Assert.Null(details[0]["outputDetails"]);
    }

    [Fact]
    public async Task A_failure_a_timeout_and_a_stop_are_told_as_well()
    {
        await RunAsync(""" "A":{"Type":"Fail","Error":"E","Cause":"C"} """);
        await CreateAsync("""{"StartAt":"A","TimeoutSeconds":1,"States":{"A":{"Type":"Wait","Seconds":9999,"End":true}}}""", "slow");
        await CallAsync("StartExecution", new { stateMachineArn = MachineArn.Replace("Machine:m", "Machine:slow"), name = "late" });
        await CallAsync("StartExecution", new { stateMachineArn = MachineArn.Replace("Machine:m", "Machine:slow"), name = "stopped" });
        await CallAsync("StopExecution", new { executionArn = ExecutionArn.Replace("m:e", "slow:stopped") });
        await UntilAsync(() => Task.FromResult(Calls.Events.Count(one => one.Detail.Contains("\"RUNNING\"")) == 3));
        Time.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(() => Task.FromResult(Calls.Events.Count == 6));

        var ends = Calls.Events.Select(one => JsonNode.Parse(one.Detail)!).Where(one => (string?)one["status"] != "RUNNING");
        Assert.Equal(
            ["e FAILED E", "late TIMED_OUT ", "stopped ABORTED "],
            ends.Select(one => $"{one["name"]} {one["status"]} {one["error"]}").Order());
    }
}
