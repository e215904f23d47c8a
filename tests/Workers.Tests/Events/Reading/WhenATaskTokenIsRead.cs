using System.Text.Json;
using Workers.Contracts;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Events.Reading;

public sealed class WhenATaskTokenIsRead
{
    private static readonly EventRegistry Registry = EventCatalog.Build();

    [Fact]
    public void It_is_in_the_metadata_with_how_the_steps_are_led()
    {
        var metadata = Read("""{"taskToken":"AQCEAAAA==","fulfilment":"orchestrated"}""");

        Assert.Equal(("AQCEAAAA==", "orchestrated"), (metadata.TaskToken, metadata.Fulfilment));
    }

    [Fact]
    public void It_is_read_too_by_whoever_reads_every_event_as_it_stands()
    {
        var body = Bodies.Envelope(EventNames.InventoryUpdated, """{"metadata":{"taskToken":"AQ==","fulfilment":"orchestrated"}}""");

        var metadata = Registry.ReadAny(body, "M1", sentAt: null).Metadata;

        Assert.Equal(("AQ==", "orchestrated"), (metadata.TaskToken, metadata.Fulfilment));
    }

    [Fact]
    public void The_longest_is_taken() =>
        Assert.Equal(2048, Read($$"""{"taskToken":"{{new string('x', 2048)}}"}""").TaskToken!.Length);

    [Theory]
    [InlineData("taskToken", 2049)]
    [InlineData("fulfilment", 33)]
    public void What_is_too_long_is_ignored(string member, int length)
    {
        var metadata = Read($$"""{"{{member}}":{{JsonSerializer.Serialize(new string('x', length))}}}""");

        Assert.Equal((null, null), (metadata.TaskToken, metadata.Fulfilment));
    }

    [Theory]
    [InlineData("""{"taskToken":null,"fulfilment":null}""")]
    [InlineData("{}")]
    public void What_is_absent_is_nothing(string metadata) =>
        Assert.Equal((null, null), (Read(metadata).TaskToken, Read(metadata).Fulfilment));

    [Theory]
    [InlineData("""{"taskToken":1}""", "metadata.taskToken: must be text")]
    [InlineData("""{"fulfilment":{}}""", "metadata.fulfilment: must be text")]
    [InlineData("""{"taskToken":"a","taskToken":"b"}""", "metadata.taskToken: appears more than once")]
    public void What_is_no_text_is_poison(string metadata, string problem) =>
        Assert.EndsWith(problem, Assert.Throws<PoisonEventException>(() => Read(metadata)).Message, StringComparison.Ordinal);

    private static EventMetadata Read(string metadata) => Registry
        .Read(Bodies.Envelope(EventNames.InventoryUpdated, $$"""{"productId":"P1","restock":5,"metadata":{{metadata}}}"""), "M1")
        .Metadata;
}
