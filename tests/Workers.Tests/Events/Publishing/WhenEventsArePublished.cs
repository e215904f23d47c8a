namespace Workers.Tests.Events.Publishing;

public sealed class WhenEventsArePublished : IDisposable
{
    private readonly PublisherFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task They_go_to_the_bus_as_they_are()
    {
        var events = PublisherFixture.Events("{}");

        await _fixture.PublishAsync(events);

        var call = Assert.Single(_fixture.Bus.Calls);
        Assert.Equal("user3-ecommerce-events", call.BusName);
        Assert.Equal(events, call.Events);
    }

    [Fact]
    public async Task None_is_no_call()
    {
        await _fixture.PublishAsync();

        Assert.Empty(_fixture.Bus.Calls);
    }

    [Fact]
    public async Task Ten_share_a_call_in_order()
    {
        var details = Enumerable.Range(0, 21).Select(i => $"{i}").ToArray();

        await _fixture.PublishAsync(PublisherFixture.Events(details));

        Assert.Equal([10, 10, 1], _fixture.Details.Select(call => call.Length));
        Assert.Equal(details, _fixture.Details.SelectMany(call => call));
    }

    [Fact]
    public async Task No_call_is_larger_than_one_megabyte()
    {
        const int Overhead = 4 + 5 + 14; // source, detail-type, time
        var half = new string('x', (1_048_576 / 2) - Overhead);

        await _fixture.PublishAsync(PublisherFixture.Events(half, half, "y", new string('é', (1_048_576 - Overhead) / 2)));

        Assert.Equal([2, 1, 1], _fixture.Details.Select(call => call.Length));
    }
}
