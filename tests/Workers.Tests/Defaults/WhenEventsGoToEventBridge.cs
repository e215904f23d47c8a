using Amazon;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Workers.Defaults.Aws;
using Workers.Events.Publishing;

namespace Workers.Tests.Defaults;

public sealed class WhenEventsGoToEventBridge : IDisposable
{
    private static readonly OutgoingEvent[] Events =
        [new("E1", new("test", "Moved"), """{"to":"home"}""", FakeTime.Start), new("E2", new("test", "Moved"), "{}", FakeTime.Start)];

    private readonly FakeEventBridge _eventBridge = new();
    private readonly EventBridgeBus _bus;

    public WhenEventsGoToEventBridge() => _bus = new(_eventBridge);

    public void Dispose() => _eventBridge.Dispose();

    [Fact]
    public async Task Each_becomes_an_entry_for_the_bus()
    {
        await _bus.PutAsync("user3-bus", Events, TestContext.Current.CancellationToken);

        var entry = _eventBridge.Request!.Entries[0];
        Assert.Equal(("user3-bus", "test", "Moved"), (entry.EventBusName, entry.Source, entry.DetailType));
        Assert.Equal("""{"to":"home"}""", entry.Detail);
        Assert.Equal(FakeTime.Start.UtcDateTime, entry.Time);
        Assert.Equal(2, _eventBridge.Request.Entries.Count);
    }

    [Fact]
    public async Task The_answer_is_their_error_codes_in_order()
    {
        _eventBridge.Response = new() { Entries = [new() { EventId = "1" }, new() { ErrorCode = "InternalFailure" }] };

        Assert.Equal([null, "InternalFailure"], await _bus.PutAsync("bus", Events, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_answer_without_entries_says_nothing_of_any() =>
        Assert.Empty(await _bus.PutAsync("bus", Events, TestContext.Current.CancellationToken));

    private sealed class FakeEventBridge() : AmazonEventBridgeClient(new AnonymousAWSCredentials(), RegionEndpoint.USEast1)
    {
        public PutEventsRequest? Request { get; private set; }

        public PutEventsResponse Response { get; set; } = new();

        public override Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default)
        {
            Request = request;
            return Task.FromResult(Response);
        }
    }
}
