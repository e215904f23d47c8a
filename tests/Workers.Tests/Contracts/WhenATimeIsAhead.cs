using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenATimeIsAhead
{
    private const string Expected = "must be at most 00:05:00 ahead of the clock here; a time without an offset is UTC";

    private readonly EventRegistry _registry = EventCatalog.Build(new FakeTime(), TimeSpan.FromMinutes(5));

    [Theory]
    [InlineData(-3_650)]
    [InlineData(0)]
    public void A_time_that_clocks_may_differ_by_or_that_is_past_is_taken(int days) =>
        Assert.NotNull(Read(FakeTime.Start.AddDays(days).AddMinutes(5), envelope: FakeTime.Start.AddMinutes(5)));

    [Fact]
    public void A_time_further_ahead_is_poison_with_the_reason()
    {
        var poison = Assert.Throws<PoisonEventException>(() => Read(FakeTime.Start.AddMinutes(5).AddTicks(1), FakeTime.Start));

        Assert.Equal($"{EventNames.InventoryUpdated}: timestamp: {Expected}", poison.Message);
    }

    [Fact]
    public void So_is_an_envelope_further_ahead()
    {
        var poison = Assert.Throws<PoisonEventException>(() => Read(FakeTime.Start, FakeTime.Start.AddMinutes(6)));

        Assert.Equal($"{EventNames.InventoryUpdated}: time: {Expected}", poison.Message);
    }

    [Fact]
    public void The_end_of_the_calendar_is_ahead_too() =>
        Assert.Throws<PoisonEventException>(() => Read(DateTimeOffset.MaxValue, FakeTime.Start));

    [Fact]
    public void A_time_that_an_event_announces_may_be_ahead()
    {
        var registered = new CustomerRegistered("CUST-1", FakeTime.Start, RemindAt: FakeTime.Start.AddYears(1));
        var composed = _registry.Compose(registered, new EventMetadata("E1", CorrelationId: "E1"), FakeTime.Start);

        Assert.Equal(registered, _registry.Read(Bodies.Envelope(composed.Name, composed.Detail), "M1", FakeTime.Start).Detail);
    }

    private ReceivedEvent Read(DateTimeOffset timestamp, DateTimeOffset envelope) => _registry.Read(
        $$"""
        {
          "id": "E1", "source": "ecommerce.inventory", "detail-type": "Inventory Updated", "time": "{{envelope.UtcDateTime:O}}",
          "detail": {"productId":"P1","currentStock":5,"timestamp":"{{timestamp.UtcDateTime:O}}"}
        }
        """,
        "M1");
}
