using System.Text.Json.Nodes;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Committing;

/// <summary>A state machine's task waits under a token for what comes of an event.</summary>
public sealed class WhenATaskAsks
{
    private static readonly EventName SoldOut = new("shop", "Sold Out");

    private readonly EffectsBench _bench = new();

    [Fact]
    public async Task What_is_emitted_carries_its_token_and_how_the_steps_are_led()
    {
        await HandleAsync(Tells(new Emission(new SoldOut("mug"), "mug")), Asked("event-1", "token-1"));

        Assert.Equal(("token-1", "orchestrated"), Told(Assert.Single(_bench.Publisher.Published)));
    }

    [Fact]
    public async Task What_is_told_by_the_way_does_not_carry_its_token()
    {
        await HandleAsync(Tells(new Emission(new SoldOut("mug"), "mug") { IsAside = true }), Asked("event-1", "token-1"));

        Assert.Equal((null, "orchestrated"), Told(Assert.Single(_bench.Publisher.Published)));
    }

    [Fact]
    public async Task A_handler_may_know_better_how_the_steps_are_led()
    {
        await HandleAsync(Tells(new Emission(new SoldOut("mug"), "mug") { Fulfilment = "choreographed" }), Asked("event-1", "token-1"));

        Assert.Equal(("token-1", "choreographed"), Told(Assert.Single(_bench.Publisher.Published)));
    }

    [Fact]
    public async Task What_comes_of_the_answer_does_not_carry_the_token()
    {
        var bench = new EffectsBench(registry: new EventRegistryBuilder()
            .Event(new EventName("shop", "Sold"), ShopJson.Default.Sold)
            .Event(SoldOut, ShopJson.Default.SoldOut)
            .AnswersTask(new EventName("shop", "Sold"))
            .Build());
        var handler = Tells(new Emission(new SoldOut("mug"), "mug"));

        await bench.HandleAsync(handler, Asked("event-1", "token-1"));
        await bench.HandleAsync(handler, Asked("event-1", "token-2"));

        Assert.Equal([(null, "orchestrated"), (null, "orchestrated")], bench.Publisher.Published.Select(Told));
    }

    [Fact]
    public async Task A_fact_has_one_id_whoever_asks_for_it()
    {
        var handler = Tells(Emission.OfFact(new SoldOut("mug"), "mug"));
        await HandleAsync(handler, Asked("event-1", "token-1"));
        await HandleAsync(handler, Asked("event-2", "token-2"));

        Assert.Equal(["token-1", "token-2"], _bench.Publisher.Published.Select(outgoing => Told(outgoing).Token));
        Assert.Equal(
            [EmittedEventId.OfFact(SoldOut, "mug")], _bench.Publisher.Published.Select(outgoing => outgoing.EventId).Distinct());
    }

    [Fact]
    public async Task Asking_again_under_another_token_is_answered_under_that_one()
    {
        var handler = Tells(new Emission(new SoldOut("mug"), "mug"));
        await HandleAsync(handler, Asked("event-1", "token-1"));

        var outcome = await HandleAsync(handler, Asked("event-1", "token-2"));

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(["token-1", "token-2"], _bench.Publisher.Published.Select(outgoing => Told(outgoing).Token));
        Assert.Single(_bench.Publisher.Published.Select(outgoing => outgoing.EventId).Distinct());
    }

    [Fact]
    public async Task What_is_told_by_the_way_carries_no_token_when_it_is_told_again_either()
    {
        var handler = Tells(new Emission(new SoldOut("mug"), "mug") { IsAside = true });
        await HandleAsync(handler, Asked("event-1", "token-1"));

        await HandleAsync(handler, Asked("event-1", "token-2"));

        Assert.Equal([null, null], _bench.Publisher.Published.Select(outgoing => Told(outgoing).Token));
    }

    [Fact]
    public async Task Its_answer_is_told_again_as_it_was_to_whoever_has_no_token()
    {
        var handler = Tells(new Emission(new SoldOut("mug"), "mug"));
        await HandleAsync(handler, Asked("event-1", "token-1"));

        await HandleAsync(handler, Shop.Message("event-1"));

        Assert.Single(_bench.Publisher.Published.Distinct());
    }

    [Fact]
    public async Task Asking_again_while_the_first_is_in_hand_waits_to_be_answered_under_its_own_token()
    {
        var handler = Tells(new Emission(new SoldOut("mug"), "mug"));
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _bench.Store.Gate = gate.Task;
        var first = _bench.StartAsync(handler, Asked("event-1", "token-1"), TestContext.Current.CancellationToken);
        var again = _bench.StartAsync(handler, Asked("event-1", "token-2"), TestContext.Current.CancellationToken);
        var same = _bench.StartAsync(handler, Asked("event-1", "token-1"), TestContext.Current.CancellationToken);
        gate.SetResult();

        Assert.Equal(Outcome.Done, await _bench.FinishAsync(first));
        Assert.Equal(Outcome.Retry(TimeSpan.Zero), await _bench.FinishAsync(again));
        Assert.Equal(Outcome.Done, await _bench.FinishAsync(same));
    }

    private Task<Outcome> HandleAsync(IDecide<Sold> handler, EventMessage<Sold> message) => _bench.HandleAsync(handler, message);

    private static ScriptedHandler Tells(Emission emission) => new(() => Decision.Nothing.Emit(emission));

    private static EventMessage<Sold> Asked(string eventId, string taskToken)
    {
        var message = Shop.Message(eventId);
        return message with { Metadata = message.Metadata with { TaskToken = taskToken, Fulfilment = "orchestrated" } };
    }

    private static (string? Token, string? Fulfilment) Told(OutgoingEvent outgoing)
    {
        var metadata = JsonNode.Parse(outgoing.Detail)!["metadata"]!;
        return ((string?)metadata["taskToken"], (string?)metadata["fulfilment"]);
    }
}
