namespace LocalAws.Tests.EventBridge;

public sealed class WhenTheServiceIsReset : EventBridgeSpec
{
    [Fact]
    public async Task Everything_is_forgotten()
    {
        await CallAsync("CreateEventBus", new { Name = "b" });
        await CallAsync("CreateArchive", new { ArchiveName = "a", EventSourceArn = "arn:aws:events:us-east-1:000000000000:event-bus/b" });
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });

        Service.Reset();

        Assert.Null(Archived("a"));
        Assert.Single((await CallAsync("ListEventBuses", "{}"))["EventBuses"]!.AsArray());
        Assert.Empty((await CallAsync("ListRules", "{}"))["Rules"]!.AsArray());
    }

    [Fact]
    public async Task What_waited_to_be_tried_again_is_forgotten_too()
    {
        Queues.Fail(QueueArn, times: 1);
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });
        await RouteAsync("sentinel", AnySource, new { Id = "1", Arn = OtherArn });
        await PutAsync(Entry("""{"n":1}"""));
        await Queues.NextAsync();

        Service.Reset();
        Time.Advance(TimeSpan.FromHours(1));
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });
        await PutAsync(Entry("""{"n":2}"""));

        Assert.Equal("""{"n":2}""", (await Queues.NextAsync()).Detail);
    }
}
