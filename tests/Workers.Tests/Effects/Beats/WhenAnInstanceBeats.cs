using System.Globalization;
using Workers.Effects.Beats;

namespace Workers.Tests.Effects.Beats;

public sealed class WhenAnInstanceBeats : IDisposable
{
    private readonly BeatingHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void A_pause_is_obeyed_before_the_first_receive()
    {
        _host.Table.Holds("queue/shop-queue", new() { ["isPaused"] = new() { BOOL = true } });

        _ = _host.Starting();

        Assert.True(_host.Shop.IsPaused);
    }

    [Fact]
    public void Each_beat_reads_once_what_is_asked_of_each_queue_and_writes_one_row()
    {
        _ = _host.Start();
        Assert.Equal(["GetItem queue/shop-queue", "GetItem queue/returns-queue", $"UpdateItem {BeatingHost.Row}"], _host.Table.Calls);

        _host.Advance(60);
        Assert.Equal(7 * 3, _host.Table.Calls.Count);
    }

    [Fact]
    public void What_is_asked_later_is_obeyed_at_the_next_beat()
    {
        _ = _host.Start();
        _host.Table.Holds("queue/shop-queue", new() { ["isPaused"] = new() { BOOL = true }, ["maxInFlight"] = new() { N = "7" } });

        _host.Advance(10);
        Assert.Equal((true, 7), (_host.Shop.IsPaused, _host.Shop.Limit));

        _host.Table.Holds("queue/shop-queue", []);
        _host.Advance(10);
        Assert.Equal((false, null), (_host.Shop.IsPaused, _host.Shop.Limit));
    }

    [Fact]
    public async Task Its_row_tells_what_its_handlers_did()
    {
        _ = _host.Start();
        var begun = _host.Metrics.Timestamp;
        _host.Advance(2);
        _host.Metrics.HandlerEnded("Shop.FakeHandler", begun, "done", _host.Time.GetUtcNow().AddSeconds(-8));
        _host.Metrics.HandlerEnded("Shop.FakeHandler", begun, "failed", _host.Time.GetUtcNow());
        _host.Metrics.Settled("done");
        _host.Metrics.Observe(() => 4, () => 0, () => TimeSpan.FromSeconds(30));
        _host.Advance(8);

        var row = await _host.ReadAsync();

        var queue = row.Queues.Single(queue => queue.Queue == "shop-queue");
        var handler = Assert.Single(queue.Handlers);
        Assert.Equal(("shop", 4, 30d, 0.1d, 100), (row.Worker, queue.InFlight, queue.OldestSeconds, queue.GonePerSecond, queue.MaxInFlight));
        Assert.Equal(("Shop.FakeHandler", 1, 1, 0, 0), (handler.Handler, handler.Handled, handler.Failed, handler.Waiting, handler.Rejected));
        Assert.InRange(handler.Handling!.P50, 2, 2.2);
        Assert.InRange(handler.PublishedToHandled!.P95, 8, 8.8);
        Assert.Equal(_host.Time.GetUtcNow(), row.BeatAt);
    }

    [Fact]
    public async Task Its_row_tells_what_its_handlers_asked_of_DynamoDb()
    {
        _ = _host.Start();
        _host.Effects.Requested("Shop.FakeHandler", 1, 7);
        _host.Effects.Requested("Shop.FakeHandler", 1 / 3d, 0);
        _host.Advance(10);

        var handler = (await _host.ReadAsync()).Queues[0].Handlers[0];

        Assert.Equal((1.33, 7), (handler.Requests, handler.WriteUnits));
    }

    [Fact]
    public async Task What_is_a_minute_ago_counts_and_is_no_longer_timed()
    {
        _ = _host.Start();
        _host.Metrics.HandlerEnded("Shop.FakeHandler", _host.Metrics.Timestamp, "done", _host.Time.GetUtcNow());
        _host.Advance(70);

        var handler = (await _host.ReadAsync()).Queues[0].Handlers[0];

        Assert.Equal((1, null), (handler.Handled, handler.Handling));
    }

    [Fact]
    public void Its_row_expires_two_minutes_after_its_last_beat()
    {
        _ = _host.Start();
        _host.Advance(10);

        var expiresAt = long.Parse(_host.Table[BeatingHost.Row]!["expiresAt"].N, CultureInfo.InvariantCulture);

        Assert.Equal(_host.Time.GetUtcNow().AddMinutes(2), DateTimeOffset.FromUnixTimeSeconds(expiresAt));
    }

    [Fact]
    public async Task One_that_was_killed_is_not_listed_once_its_row_has_expired()
    {
        _ = _host.Start();
        var table = new FleetTable(_host.Table, "test-fleet");

        Assert.Empty(await table.InstancesAsync(_host.Time.GetUtcNow().AddMinutes(3), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Stopping_deletes_its_row()
    {
        _ = _host.Start();

        Assert.True(_host.Stop().IsCompletedSuccessfully);
        Assert.Null(_host.Table[BeatingHost.Row]);
    }

    [Fact]
    public void What_somebody_wrote_by_hand_and_nobody_can_read_asks_for_nothing()
    {
        _host.Table.Holds("queue/shop-queue", new() { ["isPaused"] = new("yes"), ["maxInFlight"] = new() { N = "-3" }, ["at"] = new("today") });

        _ = _host.Starting();

        Assert.Equal((false, null), (_host.Shop.IsPaused, _host.Shop.Limit));
    }

    [Fact]
    public void What_the_program_pauses_itself_stays_paused_until_something_is_asked()
    {
        _ = _host.Start();
        _host.Shop.Pause();
        _host.Advance(20);
        Assert.True(_host.Shop.IsPaused);

        _host.Table.Holds("queue/shop-queue", new() { ["isPaused"] = new() { BOOL = true } });
        _host.Advance(10);
        _host.Table.Holds("queue/shop-queue", new() { ["isPaused"] = new() { BOOL = false } });
        _host.Advance(10);

        Assert.False(_host.Shop.IsPaused);
    }
}
