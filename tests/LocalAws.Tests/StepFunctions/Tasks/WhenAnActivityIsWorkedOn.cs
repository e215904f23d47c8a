namespace LocalAws.Tests.StepFunctions.Tasks;

public sealed class WhenAnActivityIsWorkedOn : StepFunctionsSpec
{
    private const string Arn = "arn:aws:states:us-east-1:000000000000:activity:a";
    private const string Work = $$""" "Type":"Task","Resource":"{{Arn}}" """;

    [Fact]
    public async Task A_worker_fetches_it_and_ends_it()
    {
        await CallAsync("CreateActivity", new { name = "a" });
        await BeginAsync($$""" "A":{ {{Work}},"Parameters":{"n.$":"$.x"},"End":true} """, """{"x":1}""");

        var task = await CallAsync("GetActivityTask", new { activityArn = Arn, workerName = "w" });
        await CallAsync("SendTaskSuccess", new { taskToken = (string?)task["taskToken"], output = "2" });

        Assert.Equal("""{"n":1}""", (string?)task["input"]);
        Assert.Equal("2", (string?)(await EndAsync())["output"]);
        Assert.Equal(
            [
                "1 0 ExecutionStarted", "2 0 TaskStateEntered", "3 2 ActivityScheduled", "4 3 ActivityStarted", "5 4 ActivitySucceeded",
                "6 5 TaskStateExited", "7 6 ExecutionSucceeded",
            ],
            await EventsAsync());
        var history = await HistoryAsync();
        Assert.Equal($$$"""{"resource":"{{{Arn}}}","input":"{\u0022n\u0022:1}","inputDetails":{"truncated":false}}""",
            history[2]["activityScheduledEventDetails"]!.ToJsonString());
        Assert.Equal("""{"workerName":"w"}""", history[3]["activityStartedEventDetails"]!.ToJsonString());
    }

    [Fact]
    public async Task A_poll_waits_for_it_and_is_answered_by_nothing_after_a_minute()
    {
        await CallAsync("CreateActivity", new { name = "a" });
        var poll = CallAsync("GetActivityTask", new { activityArn = Arn });
        await BeginAsync($$""" "A":{ {{Work}},"End":true} """);
        Assert.NotNull((await poll)["taskToken"]);

        var second = CallAsync("GetActivityTask", new { activityArn = Arn });
        Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("{}", (await second).ToJsonString());
    }

    [Fact]
    public async Task Nobody_who_fetches_it_in_time_is_a_timeout_and_it_is_not_handed_out_then()
    {
        await CallAsync("CreateActivity", new { name = "a" });
        await BeginAsync($$""" "A":{ {{Work}},"TimeoutSeconds":5,"End":true} """);
        await UntilEventAsync("ActivityScheduled");

        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("States.Timeout", (string?)(await EndAsync())["error"]);
        Assert.Contains("ActivityTimedOut", await TypesAsync());
        var poll = CallAsync("GetActivityTask", new { activityArn = Arn });
        Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("{}", (await poll).ToJsonString());
    }

    [Fact]
    public async Task Heartbeats_count_from_when_it_is_fetched()
    {
        await CallAsync("CreateActivity", new { name = "a" });
        await BeginAsync($$""" "A":{ {{Work}},"TimeoutSeconds":100,"HeartbeatSeconds":5,"End":true} """);
        await UntilEventAsync("ActivityScheduled");
        Time.Advance(TimeSpan.FromSeconds(50));
        await CallAsync("GetActivityTask", new { activityArn = Arn });
        Assert.Equal("RUNNING", (string?)(await DescribeAsync())["status"]);

        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("States.Timeout", (string?)(await EndAsync())["error"]);
    }

    [Fact]
    public async Task A_worker_s_failure_is_the_task_s()
    {
        await CallAsync("CreateActivity", new { name = "a" });
        await BeginAsync($$""" "A":{ {{Work}},"End":true} """);
        var task = await CallAsync("GetActivityTask", new { activityArn = Arn });

        await CallAsync("SendTaskFailure", new { taskToken = (string?)task["taskToken"], error = "E", cause = "C" });

        Assert.Equal("E", (string?)(await EndAsync())["error"]);
        Assert.Equal("""{"error":"E","cause":"C"}""", (await HistoryAsync())[4]["activityFailedEventDetails"]!.ToJsonString());
    }

    [Fact]
    public async Task An_activity_that_is_not_there_fails_the_execution() =>
        Assert.Equal(
            $"States.Runtime: An error occurred while executing the state 'A' (entered at the event id #2). The activity {Arn} does not exist.",
            await FailureAsync($$""" "A":{ {{Work}},"End":true} """));

    [Fact]
    public async Task Activities_are_made_listed_described_and_deleted()
    {
        var made = await CallAsync("CreateActivity", new { name = "a", tags = new[] { new { key = "k", value = "v" } } });

        Assert.Equal(made.ToJsonString(), (await CallAsync("CreateActivity", new { name = "a" })).ToJsonString());
        Assert.Equal("a", (string?)(await CallAsync("DescribeActivity", new { activityArn = Arn }))["name"]);
        Assert.Equal(Arn, (string?)(await CallAsync("ListActivities", "{}"))["activities"]![0]!["activityArn"]);
        Assert.Equal("v", (string?)(await CallAsync("ListTagsForResource", new { resourceArn = Arn }))["tags"]![0]!["value"]);
        await CallAsync("DeleteActivity", new { activityArn = Arn });
        await CallAsync("DeleteActivity", new { activityArn = Arn });
        Assert.Equal($"ActivityDoesNotExist: Activity Does Not Exist: '{Arn}'", await RefusalAsync("DescribeActivity", new { activityArn = Arn }));
        Assert.StartsWith("ActivityDoesNotExist", await RefusalAsync("GetActivityTask", new { activityArn = Arn }));
        Assert.Equal("InvalidName: Invalid Name: 'a b'", await RefusalAsync("CreateActivity", new { name = "a b" }));
    }
}
