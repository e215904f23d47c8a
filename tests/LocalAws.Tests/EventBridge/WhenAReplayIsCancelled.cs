namespace LocalAws.Tests.EventBridge;

public sealed class WhenAReplayIsCancelled : ReplaySpec
{
    [Fact]
    public async Task Its_events_stay_away()
    {
        await ArchiveAsync();
        await PutAtAsync(Now);
        await CallAsync("StartReplay", Start("cancelled"));

        await CallAsync("CancelReplay", new { ReplayName = "cancelled" });
        await CallAsync("StartReplay", Start("wanted"));
        PassSeconds(1);

        Assert.Equal("wanted", (string?)(await Queues.NextAsync()).Json["replay-name"]);
        Assert.Null((await DescribeAsync("cancelled"))["EventLastReplayedTime"]);
    }

    [Fact]
    public async Task It_goes_from_cancelling_to_cancelled()
    {
        await ArchiveAsync();
        await CallAsync("StartReplay", Start());

        var answer = await CallAsync("CancelReplay", new { ReplayName = "again" });
        var cancelling = await DescribeAsync();
        PassSeconds(1);
        var cancelled = await DescribeAsync();

        Assert.Equal(
            """{"ReplayArn":"arn:aws:events:us-east-1:000000000000:replay/again","State":"CANCELLING"}""", answer.ToJsonString());
        Assert.Equal("CANCELLING", (string?)cancelling["State"]);
        Assert.Null(cancelling["ReplayEndTime"]);
        Assert.Equal(("CANCELLED", Now + 1), ((string?)cancelled["State"], (int)cancelled["ReplayEndTime"]!));
    }

    [Fact]
    public async Task One_that_has_ended_is_refused()
    {
        await ArchiveAsync();
        await CallAsync("StartReplay", Start("completed"));
        PassSeconds(3);
        await CallAsync("StartReplay", Start("cancelled"));
        await CallAsync("CancelReplay", new { ReplayName = "cancelled" });

        foreach (var name in new[] { "completed", "cancelled" })
        {
            Assert.Equal(
                $"IllegalStatusException: Replay {name} is not in a valid state for this operation.",
                await RefusalAsync("CancelReplay", new { ReplayName = name }));
        }
    }

    [Fact]
    public async Task An_unknown_one_is_refused() => Assert.Equal(
        "ResourceNotFoundException: Replay none does not exist.", await RefusalAsync("CancelReplay", new { ReplayName = "none" }));
}
