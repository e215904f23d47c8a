using Workers.Contracts;
using Workers.Events;

namespace Workers.Tests.Events.Reading;

public sealed class WhenAnEventIsUnknown
{
    private static readonly EventName Name = new("ecommerce.orders", "Order Lost");

    [Theory]
    [InlineData("""{"metadata":{"eventId":"E1"}}""", "E1")]
    [InlineData("""{"metadata":{"eventId":"E1","eventVersion":"x"}}""", "E1")]
    [InlineData("""{"metadata":7}""", Bodies.EnvelopeId)]
    [InlineData("{}", Bodies.EnvelopeId)]
    public void It_is_told_apart_from_poison_by_name_and_event_id(string detail, string eventId)
    {
        var unknown = Assert.Throws<UnknownEventException>(() => EventCatalog.Build().Read(Bodies.Envelope(Name, detail), "M1"));

        Assert.Equal((Name, eventId), (unknown.Name, unknown.EventId));
    }
}
