namespace LocalAws.Tests.StepFunctions.Executions;

public sealed class WhenATaskFails : StepFunctionsSpec
{
    private const string Send = """ "Type":"Task","Resource":"arn:aws:states:::aws-sdk:sqs:sendMessage" """;

    [Fact]
    public async Task It_is_tried_again_after_an_interval_that_grows_up_to_a_limit()
    {
        Calls.Refuse("QueueDoesNotExist", times: 4);
        await BeginAsync($$"""
            "A":{ {{Send}},"Retry":[{"ErrorEquals":["States.ALL"],"IntervalSeconds":2,"BackoffRate":3,"MaxAttempts":4,"MaxDelaySeconds":10}],"End":true}
            """);

        int[] delays = [2, 6, 10, 10];
        foreach (var (attempt, seconds) in delays.Index())
        {
            await Calls.NextAsync();
            await UntilEventAsync("TaskFailed", attempt + 1);
            Time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            Assert.Equal(attempt + 1, (await TypesAsync()).Count(type => type == "TaskScheduled"));
            Time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal("SUCCEEDED", (string?)(await EndAsync())["status"]);
    }

    [Fact]
    public async Task It_is_tried_three_times_again_by_default_after_1_2_and_4_seconds()
    {
        Calls.Refuse("QueueDoesNotExist", times: 4);
        await BeginAsync($$""" "A":{ {{Send}},"Retry":[{"ErrorEquals":["States.TaskFailed"]}],"End":true} """);

        foreach (var seconds in new[] { 1, 2, 4 })
        {
            await Calls.NextAsync();
            await UntilEventAsync("TaskFailed", seconds == 4 ? 3 : seconds);
            Time.Advance(TimeSpan.FromSeconds(seconds));
        }

        Assert.Equal("Sqs.QueueDoesNotExistException", (string?)(await EndAsync())["error"]);
        Assert.Equal(4, (await TypesAsync()).Count(type => type == "TaskFailed"));
        Assert.Equal(1, (await TypesAsync()).Count(type => type == "TaskStateEntered"));
    }

    [Fact]
    public async Task Jitter_shortens_the_interval_and_never_lengthens_it()
    {
        Calls.Refuse("QueueDoesNotExist");
        await BeginAsync($$"""
            "A":{ {{Send}},"Retry":[{"ErrorEquals":["States.ALL"],"IntervalSeconds":100,"JitterStrategy":"FULL"}],"End":true}
            """);
        await UntilEventAsync("TaskFailed");

        Time.Advance(TimeSpan.FromSeconds(100));

        Assert.Equal("SUCCEEDED", (string?)(await EndAsync())["status"]);
    }

    [Fact]
    public async Task Each_retrier_counts_for_itself_and_the_first_that_takes_the_error_decides()
    {
        Calls.Refuse("QueueDoesNotExist");
        Calls.Refuse("OverLimit");
        Calls.Refuse("QueueDoesNotExist");
        await BeginAsync($$"""
            "A":{ {{Send}},"Retry":[
              {"ErrorEquals":["Sqs.QueueDoesNotExistException"],"IntervalSeconds":1,"MaxAttempts":1},
              {"ErrorEquals":["States.ALL"],"IntervalSeconds":1,"MaxAttempts":5}],"End":true}
            """);

        await UntilEventAsync("TaskFailed");
        Time.Advance(TimeSpan.FromSeconds(1));
        await UntilEventAsync("TaskFailed", 2);
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("Sqs.QueueDoesNotExistException", (string?)(await EndAsync())["error"]);
    }

    [Fact]
    public async Task The_context_object_counts_the_retries()
    {
        Calls.Refuse("QueueDoesNotExist");
        await BeginAsync($$"""
            "A":{ {{Send}},"Parameters":{"n.$":"$$.State.RetryCount","MessageBody":"b"},"Retry":[{"ErrorEquals":["States.ALL"]}],"End":true}
            """);
        Assert.Equal(0, (int)(await Calls.NextAsync()).Request["n"]!);
        await UntilEventAsync("TaskFailed");
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, (int)(await Calls.NextAsync()).Request["n"]!);
    }

    [Theory]
    [InlineData("States.ALL")]
    [InlineData("States.TaskFailed")]
    [InlineData("Sqs.QueueDoesNotExistException")]
    public async Task A_catcher_that_takes_the_error_leads_on_with_it(string name)
    {
        Calls.Refuse("QueueDoesNotExist", "No queue.");

        var output = await OutputAsync($$"""
            "A":{ {{Send}},"Catch":[{"ErrorEquals":["Other"],"Next":"X"},{"ErrorEquals":["{{name}}"],"ResultPath":"$.error","Next":"B"}],"End":true},
            "B":{"Type":"Succeed","OutputPath":"$.error.Error"},"X":{"Type":"Fail"}
            """);

        Assert.Equal("\"Sqs.QueueDoesNotExistException\"", output);
        var exited = (await HistoryAsync()).Single(one => (string?)one["type"] == "TaskStateExited")["stateExitedEventDetails"]!;
        Assert.Contains("No queue. (Service: Sqs, Status Code: 400", (string?)exited["output"]);
    }

    [Theory]
    [InlineData("", """{"Error":"Sqs.SqsException","Cause":""")]
    [InlineData(""" "ResultPath":"$.e", """, """{"a":1,"e":{"Error":"Sqs.SqsException","Cause":""")]
    [InlineData(""" "ResultPath":null, """, """{"a":1}""")]
    public async Task The_error_goes_where_the_catcher_says(string path, string output)
    {
        Calls.Refuse("ValidationException");

        Assert.StartsWith(output, await OutputAsync($$"""
            "A":{ {{Send}},"OutputPath":"$.nothing","Catch":[{"ErrorEquals":["States.ALL"],{{path}}"Next":"B"}],"End":true},"B":{"Type":"Succeed"}
            """, """{"a":1}"""));
    }

    [Fact]
    public async Task A_catcher_comes_after_all_retries()
    {
        Calls.Refuse("OverLimit", times: 2);
        await BeginAsync($$"""
            "A":{ {{Send}},"Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":1}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}],"End":true},
            "B":{"Type":"Succeed"}
            """);
        await UntilEventAsync("TaskFailed");
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("SUCCEEDED", (string?)(await EndAsync())["status"]);
        Assert.Equal(2, (await TypesAsync()).Count(type => type == "TaskFailed"));
    }

    [Theory]
    [InlineData("States.ALL", false)]
    [InlineData("States.TaskFailed", false)]
    [InlineData("States.Runtime", true)]
    public async Task States_ALL_does_not_take_an_error_of_the_run_itself(string name, bool isCaught)
    {
        var ended = await RunAsync($$"""
            "A":{ {{Send}},"InputPath":"$.none","Catch":[{"ErrorEquals":["{{name}}"],"Next":"B"}],"End":true},"B":{"Type":"Succeed"}
            """);

        Assert.Equal(isCaught ? "SUCCEEDED" : "FAILED", (string?)ended["status"]);
    }

    [Theory]
    [InlineData("States.ResultPathMatchFailure", """ "ResultPath":"$.a.b" """)]
    [InlineData("States.IntrinsicFailure", """ "ResultSelector":{"x.$":"States.StringToJson('}')"} """)]
    public async Task Errors_of_the_data_s_way_are_caught_by_their_names(string name, string field) =>
        Assert.Contains(name, await OutputAsync($$"""
            "A":{ {{Send}},{{field}},"Catch":[{"ErrorEquals":["{{name}}"],"Next":"B"}],"End":true},"B":{"Type":"Succeed"}
            """, """{"a":1}"""));

    [Theory]
    [InlineData("States.ParameterPathFailure", "SUCCEEDED")]
    [InlineData("States.ALL", "FAILED")]
    public async Task A_parameter_s_path_that_leads_nowhere_is_an_error_of_the_run_and_caught_by_its_documented_name(string name, string status)
    {
        var ended = await RunAsync($$"""
            "A":{ {{Send}},"Parameters":{"x.$":"$.none"},"Catch":[{"ErrorEquals":["{{name}}"],"Next":"B"}],"End":true},"B":{"Type":"Succeed"}
            """);

        Assert.Equal(status, (string?)ended["status"]);
        Assert.Contains("States.Runtime", (string?)ended["output"] ?? (string?)ended["error"]);
    }

    [Theory]
    [InlineData("States.DataLimitExceeded")]
    [InlineData("States.ALL")]
    public async Task A_result_that_is_too_large_is_caught(string name)
    {
        Calls.Answer($$"""{"x":"{{new string('x', 262_144)}}"}""");

        Assert.StartsWith("""{"Error":"States.DataLimitExceeded",""", await OutputAsync($$"""
            "A":{ {{Send}},"Catch":[{"ErrorEquals":["{{name}}"],"Next":"B"}],"End":true},"B":{"Type":"Succeed"}
            """));
    }
}
