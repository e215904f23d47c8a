namespace LocalAws.Tests.EventBridge;

public sealed class WhenChecksHaveAnOrder : EventBridgeSpec
{
    [Fact]
    public async Task A_target_is_looked_at_after_its_rule()
    {
        const string Target = """{"Id":"1","Arn":"no ARN"}""";

        Assert.Equal(
            "ResourceNotFoundException: Rule r does not exist on EventBus default.",
            await RefusalAsync("PutTargets", $$"""{"Rule":"r","Targets":[{{Target}}]}"""));
    }

    [Fact]
    public async Task What_a_target_lacks_is_told_before_that()
    {
        const string Target = """{"Id":"1","Arn":"arn:aws:sqs:us-east-1:000000000000:q.fifo"}""";

        Assert.Equal(
            "ValidationException: Parameter(s) SqsParameters must be specified for target: 1.",
            await RefusalAsync("PutTargets", $$"""{"Rule":"r","Targets":[{{Target}}]}"""));
    }

    [Theory]
    [InlineData("nowhere", "all")]
    [InlineData("default", "none")]
    [InlineData("b", "all")]
    public async Task A_replays_times_are_looked_at_before_bus_and_archive(string bus, string archive)
    {
        await CallAsync("CreateEventBus", new { Name = "b" });
        await CallAsync("CreateArchive", new { ArchiveName = "all", EventSourceArn = Bus("default") });

        var refusal = await RefusalAsync("StartReplay", new
        {
            ReplayName = "r",
            EventSourceArn = $"arn:aws:events:us-east-1:000000000000:archive/{archive}",
            EventStartTime = 1768471200,
            EventEndTime = 1768471200,
            Destination = new { Arn = Bus(bus) },
        });

        Assert.Equal(
            "ValidationException: Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.", refusal);
    }

    private static string Bus(string name) => $"arn:aws:events:us-east-1:000000000000:event-bus/{name}";
}
