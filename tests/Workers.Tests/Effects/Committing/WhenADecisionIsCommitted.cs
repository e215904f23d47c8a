using System.Diagnostics;
using System.Text.Json;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Committing;

public sealed class WhenADecisionIsCommitted
{
    private readonly EffectsBench _bench = new();
    private readonly SoldHandler _handler = new();

    public WhenADecisionIsCommitted() => _bench.Store[Shop.Product("mug")] = Item.Empty.With("available", 1);

    [Fact]
    public async Task The_message_is_done()
    {
        var outcome = await _bench.HandleAsync(_handler, Shop.Message());

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(0, _bench.Store[Shop.Product("mug")]!.Number("available"));
    }

    [Fact]
    public async Task The_marker_and_the_writes_are_one_transaction()
    {
        await _bench.HandleAsync(_handler, Shop.Message());

        var writes = Assert.Single(_bench.Store.Commits);
        Assert.Equal([Shop.Marker("Shop.SoldHandler#event-1"), Shop.Product("mug")], writes.Select(write => write.Key));
        Assert.IsType<Insert>(writes[0]);
    }

    [Fact]
    public async Task The_marker_expires_after_its_life()
    {
        await _bench.HandleAsync(_handler, Shop.Message());

        var marker = _bench.Store[Shop.Marker("Shop.SoldHandler#event-1")]!;
        Assert.Equal((FakeTime.Start + TimeSpan.FromDays(35)).ToUnixTimeSeconds(), marker.Number("expiresAt"));
    }

    [Fact]
    public async Task A_first_delivery_reads_what_the_decision_named_and_not_its_marker()
    {
        await _bench.HandleAsync(_handler, Shop.Message());

        Assert.Equal([Shop.Product("mug")], Assert.Single(_bench.Store.Reads));
    }

    [Fact]
    public async Task Its_events_are_published_after_the_commit()
    {
        var committedBefore = -1;
        _bench.Publisher.OnPublish = () => committedBefore = _bench.Store.Commits.Count;

        await _bench.HandleAsync(_handler, Shop.Message());

        Assert.Equal(1, committedBefore);
        Assert.Single(_bench.Publisher.Published);
    }

    [Fact]
    public async Task An_emitted_event_has_the_id_that_follows_from_its_cause_and_the_time_of_the_decision()
    {
        await _bench.HandleAsync(_handler, Shop.Message());

        var published = Assert.Single(_bench.Publisher.Published);
        Assert.Equal(EmittedEventId.For("event-1", Shop.Handler, new EventName("shop", "Sold Out"), "mug"), published.EventId);
        Assert.Equal(new EventName("shop", "Sold Out"), published.Name);
        Assert.Equal(FakeTime.Start, published.Time);
    }

    [Fact]
    public async Task An_emitted_event_says_what_it_came_from()
    {
        using var activity = new Activity("handling").SetIdFormat(ActivityIdFormat.W3C).Start();

        await _bench.HandleAsync(_handler, Shop.Message());

        using var detail = JsonDocument.Parse(Assert.Single(_bench.Publisher.Published).Detail);
        var metadata = detail.RootElement.GetProperty("metadata");
        Assert.Equal("mug", detail.RootElement.GetProperty("productId").GetString());
        Assert.Equal("correlation-1", metadata.GetProperty("correlationId").GetString());
        Assert.Equal("event-1", metadata.GetProperty("causationId").GetString());
        Assert.Equal(activity.Id, metadata.GetProperty("traceparent").GetString());
    }

    [Fact]
    public async Task An_emitted_event_stays_in_its_causes_trace_where_nobody_traces_here()
    {
        const string TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var message = Shop.Message();

        await _bench.HandleAsync(_handler, message with { Metadata = message.Metadata with { TraceParent = TraceParent } });

        using var detail = JsonDocument.Parse(Assert.Single(_bench.Publisher.Published).Detail);
        Assert.Equal(TraceParent, detail.RootElement.GetProperty("metadata").GetProperty("traceparent").GetString());
    }
}
