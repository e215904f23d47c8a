using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Effects;

public sealed class WhenDecisionsReachDynamoDb(AwsEndpoint endpoint, ProvisionedFleet fleet)
    : IClassFixture<ProvisionedFleet>, IAsyncDisposable
{
    private readonly EffectsHost _host = new(endpoint, fleet);

    private ItemKey Product => RestockHandler.Key(_host.ProductId);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_writes_and_the_marker_are_there_and_the_event_is_published()
    {
        var outcome = await _host.HandleAsync("event-1");

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(1, (await _host.ProductAsync()).Number("available"));
        Assert.Equal(["events", "expiresAt", "marker"], (await _host.MarkerAsync("event-1")).Attributes.Keys.Order());
        Assert.Single(_host.Bus.Published);
    }

    [Fact]
    public async Task An_event_that_comes_three_times_changes_the_stock_once_and_always_emits_the_same()
    {
        _host.Bus.IsAway = true;
        var crashed = await _host.HandleAsync("event-1");
        _host.Bus.IsAway = false;

        var redelivered = await _host.HandleAsync("event-1", receiveCount: 2);
        var duplicate = await _host.HandleAsync("event-1");

        Assert.Equal([Outcome.Retry(), Outcome.Done, Outcome.Done], [crashed, redelivered, duplicate]);
        Assert.Equal(1, (await _host.ProductAsync()).Number("available"));
        Assert.Equal(2, _host.Bus.Published.Count);
        Assert.Single(_host.Bus.Published.Distinct());
    }

    [Fact]
    public async Task Twenty_messages_for_one_item_take_effect_once_each_though_two_workers_share_them()
    {
        Requires.MoreThanMoto(endpoint, "it does not isolate transactions");
        await using var other = new EffectsHost(endpoint, fleet) { ProductId = _host.ProductId };
        EffectsHost[] workers = [_host, other];
        var waiting = Enumerable.Range(1, 20).Select(i => $"event-{i}").ToList();
        for (var receive = 1; waiting.Count > 0 && receive < 100; receive++)
        {
            var outcomes = await Task.WhenAll(waiting.Select((eventId, i) => workers[(i + receive) % 2].HandleAsync(eventId, receive)));
            waiting = [.. waiting.Where((_, i) => outcomes[i] != Outcome.Done)];
        }

        Assert.Empty(waiting);
        Assert.Equal(20, (await _host.ProductAsync()).Number("available"));
    }

    [Fact]
    public async Task Twenty_copies_of_one_event_at_once_take_effect_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _host.HandleAsync("event-1")));
        var last = await _host.HandleAsync("event-1", receiveCount: 2);

        Assert.Equal(Outcome.Done, last);
        Assert.Equal(1, (await _host.ProductAsync()).Number("available"));
        Assert.Single(_host.Bus.Published.Distinct());
    }

    [Fact]
    public async Task A_write_that_DynamoDB_refuses_dead_letters_its_message()
    {
        await _host.HandleAsync("event-1");

        // A number cannot be added to a string.
        var outcome = await DecideAsync("event-2", Write.Update(Product).Add("state", 1));

        Assert.StartsWith("DeadLetter", outcome.ToString(), StringComparison.Ordinal);
        Assert.Empty((await _host.MarkerAsync("event-2")).Attributes);
    }

    [Fact]
    public async Task Every_form_of_condition_is_understood()
    {
        await _host.HandleAsync("event-1");

        var outcome = await DecideAsync(
            "event-2",
            Write.Update(Product).Set("owner", "shop").When(
                Condition.ItemExists,
                Condition.Between("available", 0, 1),
                Condition.AtLeast("available", 1),
                Condition.AtMost("available", 1),
                Condition.Is("available", 1),
                Condition.Is("state", "new"),
                Condition.Is("owner", (string?)null)),
            Write.Check(RestockHandler.Key($"no-{_host.ProductId}"), Condition.ItemAbsent));

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal("shop", (await _host.ProductAsync()).Text("owner"));
    }

    private Task<Outcome> DecideAsync(string eventId, params IReadOnlyList<Write> writes) =>
        _host.HandleAsync(new Scripted(Decision.Commit(writes)), eventId);

    private sealed class Scripted(Decision decision) : IDecide<InventoryUpdated>
    {
        public IEnumerable<ItemKey> Reads(InventoryUpdated detail) => [];

        public Decision Decide(EventMessage<InventoryUpdated> message, Items items) => decision;
    }
}
