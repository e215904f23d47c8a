namespace LocalAws.Tests.EventBridge;

public sealed class WhenReplaysAreManaged : ReplaySpec
{
    private const string NowhereArn = "arn:aws:events:us-east-1:000000000000:event-bus/nowhere";
    private const string OtherBusArn = "arn:aws:events:us-east-1:000000000000:event-bus/b";

    [Fact]
    public async Task They_are_listed_by_one_filter()
    {
        await ArchiveAsync();
        await CallAsync("StartReplay", Start("done"));
        PassSeconds(3);
        await CallAsync("StartReplay", Start("going"));

        Assert.Equal(["done", "going"], await ListAsync("{}"));
        Assert.Equal(["going"], await ListAsync(new { NamePrefix = "g" }));
        Assert.Equal(["done"], await ListAsync(new { State = "COMPLETED" }));
        Assert.Equal(["done", "going"], await ListAsync(new { EventSourceArn = ArchiveArn }));
        Assert.Empty(await ListAsync(new { EventSourceArn = ArchiveArn + "b" }));
        Assert.Equal(
            "ValidationException: At most one filter is allowed for ListReplays. Use either : State, EventSourceArn, or NamePrefix.",
            await RefusalAsync("ListReplays", new { NamePrefix = "g", State = "COMPLETED" }));
        Assert.Equal(
            "ValidationException: 1 validation error detected: Value 'DONE' at 'state' failed to satisfy constraint: Member must satisfy enum value set: [STARTING, RUNNING, CANCELLING, COMPLETED, CANCELLED, FAILED]",
            await RefusalAsync("ListReplays", new { State = "DONE" }));
    }

    [Fact]
    public async Task A_list_leaves_out_what_only_a_description_has()
    {
        await ArchiveAsync();
        await CallAsync("StartReplay", Start());

        var listed = (await CallAsync("ListReplays", "{}"))["Replays"]![0]!.AsObject().Select(member => member.Key);

        Assert.Equal(
            ["EventEndTime", "EventSourceArn", "EventStartTime", "ReplayName", "ReplayStartTime", "State"], listed.Order());
    }

    [Fact]
    public async Task A_name_is_taken_for_90_days()
    {
        await ArchiveAsync();
        await CallAsync("StartReplay", Start());
        PassSeconds(3);

        Time.Advance(TimeSpan.FromDays(90));
        Assert.Equal("ResourceAlreadyExistsException: Replay again already exists.", await RefusalAsync("StartReplay", Start()));
        Time.Advance(TimeSpan.FromTicks(1));

        Assert.Empty(await ListAsync("{}"));
        Assert.Equal(
            "ResourceNotFoundException: Replay again does not exist.", await RefusalAsync("DescribeReplay", new { ReplayName = "again" }));
        await CallAsync("StartReplay", Start());
    }

    [Fact]
    public async Task Ten_may_run_at_once()
    {
        await ArchiveAsync();
        for (var replay = 0; replay < 10; replay++)
        {
            await CallAsync("StartReplay", Start($"r{replay}"));
        }

        Assert.Equal(
            "LimitExceededException: The requested resource exceeds the maximum number allowed.",
            await RefusalAsync("StartReplay", Start("r10")));
        PassSeconds(3);
        await CallAsync("StartReplay", Start("r10"));
    }

    [Fact]
    public async Task Archive_bus_and_window_are_checked()
    {
        await ArchiveAsync();
        await CallAsync("CreateEventBus", new { Name = "b" });

        Assert.Equal(
            "ResourceNotFoundException: Event bus nowhere does not exist.", await RefusalAsync("StartReplay", Start(bus: NowhereArn)));
        Assert.Equal(
            "ValidationException: Parameter Destination.Arn is not valid. Reason: Must contain an event bus ARN.",
            await RefusalAsync("StartReplay", Start(bus: QueueArn)));
        Assert.Equal(
            "ValidationException: Parameter Destination.Arn is not valid. Reason: Cross event bus replay is not permitted.",
            await RefusalAsync("StartReplay", Start(bus: OtherBusArn)));
        Assert.Equal(
            "ValidationException: Parameter EventSourceArn is not valid. Reason: Archive ab does not exist.",
            await RefusalAsync("StartReplay", Start(archive: ArchiveArn + "b")));
        foreach (var end in new[] { Now, Now - 10 })
        {
            Assert.Equal(
                "ValidationException: Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.",
                await RefusalAsync("StartReplay", Start(end: end)));
        }
    }

    [Fact]
    public async Task What_is_missing_is_named() => Assert.Equal(
        "ValidationException: 5 validation errors detected: Value null at 'replayName' failed to satisfy constraint: Member must not be null; Value null at 'eventSourceArn' failed to satisfy constraint: Member must not be null; Value null at 'eventStartTime' failed to satisfy constraint: Member must not be null; Value null at 'eventEndTime' failed to satisfy constraint: Member must not be null; Value null at 'destination' failed to satisfy constraint: Member must not be null",
        await RefusalAsync("StartReplay", "{}"));

    private async Task<IEnumerable<string?>> ListAsync(object request) =>
        (await CallAsync("ListReplays", request))["Replays"]!.AsArray().Select(replay => (string?)replay!["ReplayName"]);
}
