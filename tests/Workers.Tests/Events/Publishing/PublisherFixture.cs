using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Workers.Events;
using Workers.Events.Publishing;

namespace Workers.Tests.Events.Publishing;

/// <summary>A publisher on a fake bus, whose clock goes on while it waits.</summary>
internal sealed class PublisherFixture : IDisposable
{
    private const string BusName = "user3-ecommerce-events";

    private readonly CancellationTokenSource _cancellation = new();
    private readonly FakeTime _time = new();
    private readonly EventBridgePublisher _publisher;

    public PublisherFixture()
    {
        Bus = new(_time);
        var metrics = new PublisherMetrics(Counts, BusName);
        var call = new PutEventsCall(Bus, BusName, _time, metrics, Tracing);
        _publisher = new(call, metrics, _time, new Jitter(new Random(42)), NullLogger<EventBridgePublisher>.Instance);
    }

    public ActivitySource Tracing { get; } = new("Workers.Events");

    public CountingMeters Counts { get; } = new();

    public FakeBus Bus { get; }

    public IReadOnlyList<string[]> Details => [.. Bus.Calls.Select(call => call.Events.Select(outgoing => outgoing.Detail).ToArray())];

    public static OutgoingEvent[] Events(params string[] details) =>
        [.. details.Select(detail => new OutgoingEvent($"E-{detail}", new("test", "Moved"), detail, FakeTime.Start))];

    public async Task PublishAsync(params OutgoingEvent[] events)
    {
        var publishing = _publisher.PublishAsync(events, _cancellation.Token);
        while (!publishing.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        await publishing;
    }

    public void Cancel() => _cancellation.Cancel();

    public void Dispose()
    {
        Counts.Dispose();
        Tracing.Dispose();
        _cancellation.Dispose();
    }
}
