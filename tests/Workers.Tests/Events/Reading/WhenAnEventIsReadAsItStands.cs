using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Events.Reading;

public sealed class WhenAnEventIsReadAsItStands
{
    private static readonly EventName Unknown = new("elsewhere", "Something Else");

    private readonly EventRegistry _registry = new EventRegistryBuilder()
        .Event(new("test", "Moved"), TestEventsJson.Default.Moved)
        .Build();

    [Fact]
    public void Its_detail_is_unchanged_whoever_states_it()
    {
        const string Detail = """{ "a" : 1.50, "metadata": { "eventId": "E1", "correlationId": "C1", "causationId": "E0" } }""";

        var received = Read(Unknown, Detail);

        Assert.Equal(new AnyEvent(Detail), received.Detail);
        Assert.Equal(Unknown, received.Envelope.Name);
        Assert.Equal(("E1", "C1", "E0"), (received.Metadata.EventId, received.Metadata.CorrelationId, received.Metadata.CausationId));
        Assert.Equal(new DateTimeOffset(2026, 1, 15, 10, 0, 1, TimeSpan.Zero), received.Envelope.Time);
    }

    [Theory]
    [InlineData("""{"to":""}""")]
    [InlineData("""{"to":7,"other":[{"a":null}]}""")]
    public void One_that_its_registration_would_refuse_is_taken(string detail) =>
        Assert.Equal(new AnyEvent(detail), Read(new("test", "Moved"), detail).Detail);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"metadata":7}""")]
    [InlineData("""{"metadata":{"eventId":"no id"}}""")]
    [InlineData("""{"metadata":{"eventId":"E1","correlationId":{}}}""")]
    public void Metadata_that_is_not_in_order_counts_as_absent(string detail)
    {
        var metadata = Read(Unknown, detail).Metadata;

        Assert.Equal((Bodies.EnvelopeId, Bodies.EnvelopeId, null), (metadata.EventId, metadata.CorrelationId, metadata.CausationId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("""{"source":"a"}""")]
    [InlineData("""{"source":"a","detail-type":"b","detail":[]}""")]
    public void A_body_that_is_no_envelope_is_poison(string body) =>
        Assert.Throws<PoisonEventException>(() => _registry.ReadAny(body, "M1", DateTimeOffset.UnixEpoch));

    private ReceivedEvent Read(EventName name, string detail) => _registry.ReadAny(Bodies.Envelope(name, detail), "M1", sentAt: null);
}
