using LocalAws.Faults;
using LocalAws.Tests.EventBridge;

namespace LocalAws.Tests.Faults;

public sealed class WhenEventBridgeIsUnreliable : EventBridgeSpec
{
    [Fact]
    public async Task Entries_fail_and_are_neither_kept_nor_delivered_while_others_are()
    {
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });
        Faults = Given.Fault(new FaultRule("events.PutEvents", FaultKind.FailEntries) { Times = 1 });

        var answer = await PutAsync(Entry("""{"n":1}"""), Entry("""{"n":2}"""));

        Assert.Equal(1, (int)answer["FailedEntryCount"]!);
        Assert.Equal("InternalFailure", (string?)answer["Entries"]![0]!["ErrorCode"]);
        Assert.Null(answer["Entries"]![0]!["EventId"]);
        Assert.NotNull(answer["Entries"]![1]!["EventId"]);
        Assert.Equal("""{"n":2}""", (await Queues.NextAsync()).Detail);
    }

    [Fact]
    public async Task An_event_is_delivered_twice_to_every_target()
    {
        await RouteAsync("one", AnySource, new { Id = "1", Arn = QueueArn });
        await RouteAsync("other", AnySource, new { Id = "1", Arn = OtherArn });
        Faults = Given.Fault(new FaultRule("events.PutEvents", FaultKind.Duplicate) { Times = 1 });

        await PutAsync(Entry("""{"n":1}"""), Entry("""{"n":2}"""));

        List<(string, string)> delivered = [];
        for (var i = 0; i < 6; i++)
        {
            var delivery = await Queues.NextAsync();
            delivered.Add((delivery.QueueArn, delivery.Detail));
        }

        Assert.Equal(
            [
                (QueueArn, """{"n":1}"""), (OtherArn, """{"n":1}"""), (QueueArn, """{"n":1}"""), (OtherArn, """{"n":1}"""),
                (QueueArn, """{"n":2}"""), (OtherArn, """{"n":2}"""),
            ],
            delivered);
    }

    [Fact]
    public async Task An_event_arrives_later_than_those_behind_it()
    {
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });
        var delay = TimeSpan.FromSeconds(1);
        Faults = Given.Fault(new FaultRule("events.PutEvents", FaultKind.Reorder) { Times = 1, Delay = delay });

        await PutAsync(Entry("""{"n":1}"""), Entry("""{"n":2}"""));

        Assert.Equal("""{"n":2}""", (await Queues.NextAsync()).Detail);
        Time.Advance(delay);
        Assert.Equal("""{"n":1}""", (await Queues.NextAsync()).Detail);
    }
}
