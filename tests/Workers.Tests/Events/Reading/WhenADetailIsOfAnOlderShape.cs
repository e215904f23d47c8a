using System.Text.Json.Nodes;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Events.Reading;

public sealed class WhenADetailIsOfAnOlderShape
{
    private static readonly EventName Moved = new("test", "Moved");
    private static readonly EventName Foreign = new("elsewhere", "moved");

    private readonly EventRegistry _registry = new EventRegistryBuilder()
        .Event(Moved, TestEventsJson.Default.Moved, "3.1")
        .Upcast(Moved, Moved, Rename("place", "target"), fromMajor: 1, toMajor: 2)
        .Upcast(Moved, Moved, Rename("target", "to"), fromMajor: 2, toMajor: 3)
        .Upcast(Foreign, Moved, Rename("p", "target"), toMajor: 2)
        .Build();

    [Theory]
    [InlineData("""{"place":"here"}""")]
    [InlineData("""{"place":"here","metadata":{"eventVersion":"1.4"}}""")]
    [InlineData("""{"target":"here","metadata":{"eventVersion":"2.0"}}""")]
    [InlineData("""{"to":"here","metadata":{"eventVersion":"3.1"}}""")]
    public void It_becomes_the_newest(string detail)
    {
        var received = _registry.Read(Bodies.Envelope(Moved, detail), "M1");

        Assert.Equal(new Moved("here"), received.Detail);
        Assert.Equal("3.1", received.Metadata.EventVersion);
    }

    [Fact]
    public void A_foreign_name_joins_the_chain()
    {
        var received = _registry.Read(Bodies.Envelope(Foreign, """{"p":"here"}"""), "M1");

        Assert.Equal(new Moved("here"), received.Detail);
        Assert.Equal(Foreign, received.Envelope.Name);
    }

    [Fact]
    public void Metadata_is_read_after_upcasting()
    {
        var received = _registry.Read(Bodies.Envelope(Foreign, """{"p":"here","id":"F1"}"""), "M1");

        Assert.Equal("F1", received.Metadata.EventId);
    }

    [Theory]
    [InlineData("""{"place":{}}""", "test/Moved: to: must be text")]
    [InlineData("""{"place":"a","other":1,"other":2}""", "test/Moved: holds a member twice, half a character, or a value of a kind that fits no known shape")]
    [InlineData("""{"metadata":{"eventId":"E1","eventVersion":"0.9"}}""", "test/Moved: metadata.eventVersion: has a major, 0, that is not known here")]
    public void What_no_upcaster_can_mend_is_poison(string detail, string reason)
    {
        var poison = Assert.Throws<PoisonEventException>(() => _registry.Read(Bodies.Envelope(Moved, detail), "M1"));

        Assert.Equal(reason, poison.Message);
    }

    private static Func<JsonObject, JsonObject> Rename(string from, string to) => older => new()
    {
        [to] = older[from]?.DeepClone(),
        ["metadata"] = older["metadata"]?.DeepClone() ?? (older["id"] is { } id ? new JsonObject { ["eventId"] = id.DeepClone() } : null),
    };
}
