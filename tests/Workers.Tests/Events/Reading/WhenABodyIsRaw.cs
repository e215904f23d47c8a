using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Json;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Events.Reading;

public sealed class WhenABodyIsRaw
{
    private static readonly EventName Name = new("test", "Moved");
    private static readonly DateTimeOffset SentAt = new(2026, 1, 15, 10, 0, 3, TimeSpan.Zero);

    private readonly EventRegistry _registry = new EventRegistryBuilder()
        .RawBodies(Name)
        .SnsBodies()
        .Event(Name, TestEventsJson.Default.Moved)
        .Build();

    [Fact]
    public void It_is_the_detail_of_the_event_that_was_named()
    {
        var received = _registry.Read("""{"to":"home"}""", "M1", SentAt);

        Assert.Equal(new Moved("home"), received.Detail);
        Assert.Equal(new EventEnvelope(Name, SentAt), received.Envelope);
        Assert.Equal(new EventMetadata("M1", "M1"), received.Metadata);
    }

    [Fact]
    public void Its_metadata_is_read_where_it_has_some() =>
        Assert.Equal("E1", _registry.Read("""{"to":"home","metadata":{"eventId":"E1"}}""", "M1", SentAt).Metadata.EventId);

    [Fact]
    public void Its_own_time_goes_before_the_queues()
    {
        var registry = new EventRegistryBuilder()
            .Event(EventNames.InventoryUpdated, ContractsJsonContext.Default.InventoryUpdated)
            .RawBodies(EventNames.InventoryUpdated)
            .Build();

        var received = registry.Read("""{"productId":"P","restock":5,"timestamp":"2026-01-15T10:00:00Z"}""", "M1", SentAt);

        Assert.Equal(received.Detail.OccurredAt, received.Envelope.Time);
        Assert.Equal(5, Assert.IsType<InventoryUpdated>(received.Detail).Restock);
    }

    [Fact]
    public void An_envelope_or_what_another_reader_knows_is_not_taken_for_one()
    {
        var envelope = Bodies.Envelope(Name, """{"to":"home"}""");
        var notification = new JsonObject { ["Type"] = "Notification", ["TopicArn"] = "arn", ["Message"] = envelope }.ToJsonString();

        Assert.Equal(new Moved("home"), _registry.Read(envelope, "M1").Detail);
        Assert.Equal(new Moved("home"), _registry.Read(notification, "M1").Detail);
    }

    [Fact]
    public void A_detail_with_a_source_of_its_own_is_still_one() =>
        Assert.Equal(new Moved("home"), _registry.Read("""{"to":"home","source":"web"}""", "M1", SentAt).Detail);

    [Theory]
    [InlineData("[]", "The body: must be an object")]
    [InlineData("""{"to":7}""", "test/Moved: to: must be text")]
    [InlineData("""{"to":""}""", "test/Moved: to: must not be empty")]
    public void One_out_of_shape_or_range_is_poison(string body, string reason) =>
        Assert.Equal(reason, Assert.Throws<PoisonEventException>(() => _registry.Read(body, "M1", SentAt)).Message);

    [Fact]
    public void A_second_event_for_raw_bodies_is_refused()
    {
        var builder = new EventRegistryBuilder().RawBodies(Name).RawBodies(new("test", "Other"));

        var error = Assert.Throws<InvalidOperationException>(builder.Build);

        Assert.Contains("Raw bodies cannot be both test/Moved and test/Other.", error.Message, StringComparison.Ordinal);
    }
}
