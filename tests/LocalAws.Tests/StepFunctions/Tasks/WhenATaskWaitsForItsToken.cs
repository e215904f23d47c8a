namespace LocalAws.Tests.StepFunctions.Tasks;

public sealed class WhenATaskWaitsForItsToken : StepFunctionsSpec
{
    private const string Ask = """
        "Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters":{"QueueUrl":"q","MessageBody":{"token.$":"$$.Task.Token"}}
        """;

    [Fact]
    public async Task Success_is_its_result()
    {
        var token = await AskAsync("");

        await CallAsync("SendTaskSuccess", new { taskToken = token, output = """{"ok":true}""" });

        Assert.Equal("""{"ok":true}""", (string?)(await EndAsync())["output"]);
        Assert.Equal(
            [
                "1 0 ExecutionStarted", "2 0 TaskStateEntered", "3 2 TaskScheduled", "4 3 TaskStarted", "5 4 TaskSubmitted", "6 5 TaskSucceeded",
                "7 6 TaskStateExited", "8 7 ExecutionSucceeded",
            ],
            await EventsAsync());
        var scheduled = (await HistoryAsync())[2]["taskScheduledEventDetails"]!;
        Assert.Equal("sqs", (string?)scheduled["resourceType"]);
        Assert.Equal("sendMessage.waitForTaskToken", (string?)scheduled["resource"]);
        Assert.Equal("us-east-1", (string?)scheduled["region"]);
        Assert.Contains(token, (string?)scheduled["parameters"]);
    }

    [Theory]
    [InlineData("E", "C")]
    [InlineData(null, null)]
    public async Task Failure_is_its_error(string? error, string? cause)
    {
        var token = await AskAsync("");

        await CallAsync("SendTaskFailure", new { taskToken = token, error, cause });

        var ended = await EndAsync();
        Assert.Equal(("FAILED", error, cause), ((string?)ended["status"], (string?)ended["error"], (string?)ended["cause"]));
        Assert.Equal("6 5 TaskFailed", (await EventsAsync())[5]);
    }

    [Fact]
    public async Task It_times_out_and_a_late_answer_is_told_so()
    {
        var token = await AskAsync(""" "TimeoutSeconds":60, """);
        await UntilEventAsync("TaskSubmitted");

        Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("RUNNING", (string?)(await DescribeAsync())["status"]);
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("States.Timeout", (string?)(await EndAsync())["error"]);
        Assert.Equal("6 5 TaskTimedOut", (await EventsAsync())[5]);
        Assert.Equal(
            "TaskTimedOut: Task Timed Out: 'Provided task does not exist anymore'",
            await RefusalAsync("SendTaskSuccess", new { taskToken = token, output = "{}" }));
    }

    [Fact]
    public async Task The_limits_are_read_from_the_input_and_shown_in_history()
    {
        await AskAsync(""" "TimeoutSecondsPath":"$.t","HeartbeatSecondsPath":"$.h", """, """{"t":60,"h":20}""");

        var scheduled = (await HistoryAsync())[2]["taskScheduledEventDetails"]!;
        Assert.Equal((60, 20), ((int)scheduled["timeoutInSeconds"]!, (int)scheduled["heartbeatInSeconds"]!));
    }

    [Fact]
    public async Task A_limit_that_is_no_number_fails() =>
        Assert.Contains(
            "The TimeoutSecondsPath parameter does not reference a positive whole number: $.t == \"x\"",
            await FailureAsync($$""" "A":{ {{Ask}},"TimeoutSecondsPath":"$.t","End":true} """, """{"t":"x"}"""));

    [Theory]
    [InlineData("States.Timeout")]
    [InlineData("States.HeartbeatTimeout")]
    [InlineData("States.ALL")]
    public async Task Heartbeats_keep_it_alive_and_without_them_it_times_out(string caught)
    {
        var token = await AskAsync($$"""
            "TimeoutSeconds":600,"HeartbeatSeconds":20,"Catch":[{"ErrorEquals":["States.TaskFailed"],"Next":"X"},{"ErrorEquals":["{{caught}}"],"Next":"B"}],
            """, more: ""","B":{"Type":"Succeed"},"X":{"Type":"Fail"} """);
        await UntilEventAsync("TaskSubmitted");
        for (var i = 0; i < 5; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(19));
            await CallAsync("SendTaskHeartbeat", new { taskToken = token });
        }

        Assert.Equal("RUNNING", (string?)(await DescribeAsync())["status"]);
        Time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal("""{"Error":"States.Timeout","Cause":""}""", (string?)(await EndAsync())["output"]);
        Assert.StartsWith("TaskTimedOut", await RefusalAsync("SendTaskHeartbeat", new { taskToken = token }));
    }

    [Fact]
    public async Task The_first_answer_counts_and_a_second_is_too_late()
    {
        var token = await AskAsync("");
        await CallAsync("SendTaskSuccess", new { taskToken = token, output = "1" });

        Assert.StartsWith("TaskTimedOut", await RefusalAsync("SendTaskFailure", new { taskToken = token }));
        Assert.Equal("1", (string?)(await EndAsync())["output"]);
    }

    [Fact]
    public async Task A_token_of_an_execution_that_was_stopped_is_too_late()
    {
        var token = await AskAsync("");
        await CallAsync("StopExecution", new { executionArn = ExecutionArn });

        Assert.StartsWith("TaskTimedOut", await RefusalAsync("SendTaskSuccess", new { taskToken = token, output = "{}" }));
    }

    [Fact]
    public async Task Each_retry_has_a_token_of_its_own()
    {
        var first = await AskAsync(""" "Retry":[{"ErrorEquals":["E"]}], """);
        await CallAsync("SendTaskFailure", new { taskToken = first, error = "E" });
        await UntilEventAsync("TaskFailed");
        Time.Advance(TimeSpan.FromSeconds(1));

        var second = await TokenAsync();

        Assert.NotEqual(first, second);
        Assert.StartsWith("TaskTimedOut", await RefusalAsync("SendTaskSuccess", new { taskToken = first, output = "{}" }));
        await CallAsync("SendTaskSuccess", new { taskToken = second, output = "2" });
        Assert.Equal("2", (string?)(await EndAsync())["output"]);
    }

    [Fact]
    public async Task An_answer_may_come_before_the_call_has_returned()
    {
        var call = Calls.Hold();
        var token = await AskAsync("");

        await CallAsync("SendTaskSuccess", new { taskToken = token, output = "1" });
        call.SetResult(new System.Text.Json.Nodes.JsonObject());

        Assert.Equal("1", (string?)(await EndAsync())["output"]);
    }

    [Fact]
    public async Task A_token_that_is_none_and_one_that_nobody_knows_are_told_apart()
    {
        var token = await AskAsync("");
        Service.Reset();

        Assert.Equal("TaskDoesNotExist: Task Does Not Exist: 'Provided task does not exist'", await RefusalAsync("SendTaskHeartbeat", new { taskToken = token }));
        Assert.Equal("InvalidToken: Invalid Token: 'Invalid token'", await RefusalAsync("SendTaskHeartbeat", new { taskToken = "nonsense" }));
        Assert.StartsWith("InvalidToken", await RefusalAsync("SendTaskSuccess", new { taskToken = "nonsense", output = "{" }));
    }

    [Fact]
    public async Task An_output_that_is_no_JSON_or_too_large_is_refused_and_the_task_waits_on()
    {
        var token = await AskAsync("");

        Assert.StartsWith("InvalidOutput", await RefusalAsync("SendTaskSuccess", new { taskToken = token, output = "{" }));
        Assert.StartsWith("InvalidOutput", await RefusalAsync("SendTaskSuccess", new { taskToken = token, output = $"\"{new string('x', 262_143)}\"" }));
        await CallAsync("SendTaskSuccess", new { taskToken = token, output = "1" });
        Assert.Equal("1", (string?)(await EndAsync())["output"]);
    }

    private async Task<string> AskAsync(string fields, string input = "{}", string more = "")
    {
        await BeginAsync($$""" "A":{ {{Ask}},{{fields}}"End":true}{{more}} """, input);
        return await TokenAsync();
    }

    private async Task<string> TokenAsync()
    {
        var body = (string)(await Calls.NextAsync()).Request["MessageBody"]!;
        return (string)System.Text.Json.Nodes.JsonNode.Parse(body)!["token"]!;
    }
}
