using System.Text.Json.Nodes;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;

namespace Workers.Tests.Events.Publishing;

public sealed class WhenAnEventIsComposed
{
    private static readonly EventName Name = new("test", "Moved");

    private readonly EventRegistry _registry = new EventRegistryBuilder()
        .Event(Name, TestEventsJson.Default.Moved, "2.3")
        .Upcast(Name, Name, Same, fromMajor: 1, toMajor: 2)
        .Build();

    [Fact]
    public void It_carries_its_metadata_beside_the_business_fields()
    {
        var outgoing = _registry.Compose(new Moved("hôme <&>"), new("E1", "C1", "P1", "00-trace", TaskToken: "T+/=", Fulfilment: "orchestrated"), FakeTime.Start);

        Assert.Equal(new OutgoingEvent("E1", Name, outgoing.Detail, FakeTime.Start), outgoing);
        Assert.Equal(
            """{"to":"hôme <&>","metadata":{"eventId":"E1","eventVersion":"2.3","correlationId":"C1","causationId":"P1","""
            + """ "traceparent":"00-trace","taskToken":"T+/=","fulfilment":"orchestrated"}}""".TrimStart(),
            outgoing.Detail);
    }

    [Fact]
    public void Metadata_that_is_absent_is_left_out() =>
        Assert.Equal(
            """{"to":"home","metadata":{"eventId":"E1","eventVersion":"2.3","correlationId":"C1"}}""",
            _registry.Compose(new Moved("home"), new("E1", "C1"), FakeTime.Start).Detail);

    [Fact]
    public void It_is_read_as_it_was_composed()
    {
        var metadata = new EventMetadata("E1", "C1", "P1", "00-trace", "2.3", "token", "orchestrated");

        var outgoing = _registry.Compose(new Moved("home"), metadata, FakeTime.Start);
        var received = _registry.Read(Bodies.Envelope(outgoing.Name, outgoing.Detail), "M1");

        Assert.Equal(new Moved("home"), received.Detail);
        Assert.Equal(metadata, received.Metadata);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("earlier")]
    public void Told_under_another_tasks_token_nothing_else_of_it_changes(string? before)
    {
        var metadata = new EventMetadata("E1", "C1", TaskToken: before);
        var outgoing = _registry.Compose(new Moved("hôme <&>"), metadata, FakeTime.Start);

        var again = outgoing.WithTaskToken("T+/=");

        Assert.Equal(_registry.Compose(new Moved("hôme <&>"), metadata with { TaskToken = "T+/=" }, FakeTime.Start), again);
    }

    [Fact]
    public void A_detail_out_of_range_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => _registry.Compose(new Moved(""), new("E1", "C1"), FakeTime.Start));

        Assert.StartsWith("test/Moved is refused: to: must not be empty", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_detail_that_nobody_registered_is_refused()
    {
        var empty = new EventRegistryBuilder().Build();

        var error = Assert.Throws<ArgumentException>(() => empty.NameOf(new Moved("home")));

        Assert.StartsWith("No event is registered for Moved.", error.Message, StringComparison.Ordinal);
    }

    private static JsonObject Same(JsonObject detail) => detail;
}
