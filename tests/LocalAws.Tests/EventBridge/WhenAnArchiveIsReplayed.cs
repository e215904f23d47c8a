using System.Text.Json.Nodes;

namespace LocalAws.Tests.EventBridge;

public sealed class WhenAnArchiveIsReplayed : ReplaySpec
{
    [Fact]
    public async Task The_events_arrive_as_they_were_with_the_replays_name()
    {
        const string Detail = """{ "amount": 59.980, "name": "Jürgen <&> '+' \u00e9" }""";
        string[] resources = ["arn:a"];
        await ArchiveAsync();
        await PutAsync(new { Source = "s", DetailType = "t", Detail, Resources = resources });
        var first = await Queues.NextAsync();

        await CallAsync("StartReplay", Start());
        PassSeconds(1);

        var again = await Queues.NextAsync();
        Assert.Equal(
            first.Body.Replace("\"resources\":", "\"replay-name\":\"again\",\"resources\":", StringComparison.Ordinal), again.Body);
        Assert.Equal(RuleArn, again.RuleArn);
    }

    [Fact]
    public async Task Only_those_whose_time_is_in_the_window_do_minute_after_minute()
    {
        await ArchiveAsync();
        await PutAtAsync(Now + 130, Now + 59, Now - 1, Now, Now + 180, Now + 60, Now + 1);

        await CallAsync("StartReplay", Start(start: Now, end: Now + 180));
        PassSeconds(1);

        foreach (var expected in new[] { 59, 0, 1, 60, 130 })
        {
            Assert.Equal($$"""{"at":{{expected}}}""", (await Queues.NextAsync()).Detail);
        }

        PassSeconds(2);
        Assert.Equal("COMPLETED", await StateAsync());
    }

    [Fact]
    public async Task They_reach_only_the_rules_that_were_asked_for()
    {
        await ArchiveAsync();
        await PutAtAsync(Now, Now + 1);
        await RouteAsync("another", AnySource, new { Id = "1", Arn = OtherArn });

        await CallAsync("StartReplay", Start(filter: [RuleArn]));
        PassSeconds(1);

        Assert.Equal(QueueArn, (await Queues.NextAsync()).QueueArn);
        Assert.Equal(QueueArn, (await Queues.NextAsync()).QueueArn);
    }

    [Fact]
    public async Task Without_a_filter_they_reach_the_rules_as_they_are_by_then()
    {
        await ArchiveAsync();
        await PutAtAsync(Now);
        await CallAsync("StartReplay", Start());
        await CallAsync("DisableRule", new { Name = "r" });
        await RouteAsync("new", """{"replay-name":["again"]}""", new { Id = "1", Arn = OtherArn });

        PassSeconds(1);

        Assert.Equal(OtherArn, (await Queues.NextAsync()).QueueArn);
    }

    [Fact]
    public async Task They_are_not_archived_again()
    {
        await ArchiveAsync();
        await PutAtAsync(Now);

        await CallAsync("StartReplay", Start());
        PassSeconds(1);

        await Queues.NextAsync();
        Assert.Single(Service.Archive("a")!);
    }

    [Fact]
    public async Task What_the_archive_no_longer_keeps_stays_away()
    {
        await ArchiveAsync(retentionDays: 1);
        await PutAtAsync(Now);
        Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromTicks(1));

        await CallAsync("StartReplay", Start());
        PassSeconds(3);

        var replay = await DescribeAsync();
        Assert.Equal("COMPLETED", (string?)replay["State"]);
        Assert.Null(replay["EventLastReplayedTime"]);
    }

    [Fact]
    public async Task It_goes_from_starting_to_running_to_completed()
    {
        await ArchiveAsync();
        await PutAtAsync(Now + 7);

        var started = await CallAsync("StartReplay", Start());
        var starting = await DescribeAsync();
        PassSeconds(1);
        await Queues.NextAsync();
        var running = await DescribeAsync();
        PassSeconds(2);
        var completed = await DescribeAsync();

        Assert.Equal(
            """{"ReplayArn":"arn:aws:events:us-east-1:000000000000:replay/again","State":"STARTING","ReplayStartTime":1768471200}""",
            started.ToJsonString());
        Assert.Equal(("STARTING", "RUNNING"), ((string?)starting["State"], (string?)running["State"]));
        Assert.Null(starting["EventLastReplayedTime"]);
        Assert.Null(running["ReplayEndTime"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                {
                  "ReplayName": "again",
                  "ReplayArn": "arn:aws:events:us-east-1:000000000000:replay/again",
                  "State": "COMPLETED",
                  "EventSourceArn": "{{ArchiveArn}}",
                  "Destination": { "Arn": "{{BusArn}}" },
                  "EventStartTime": {{Now}},
                  "EventEndTime": {{Now + 60}},
                  "EventLastReplayedTime": {{Now + 7}},
                  "ReplayStartTime": {{Now}},
                  "ReplayEndTime": {{Now + 3}}
                }
                """),
            completed));
    }
}
