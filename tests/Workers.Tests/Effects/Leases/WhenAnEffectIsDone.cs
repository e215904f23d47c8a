using System.Text.Json.Nodes;
using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Workers.Engine.Handling;

namespace Workers.Tests.Effects.Leases;

public sealed class WhenAnEffectIsDone : IDisposable
{
    private readonly LeasedBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task It_ran_under_a_claim_that_outlasts_the_messages_lease_by_what_clocks_may_differ()
    {
        await _bench.SendAsync(_ =>
        {
            Assert.Equal("InProgress", _bench.Claim!.Text("state"));
            Assert.Equal(_bench.Lease.Until + LeasedBench.Margin, _bench.Claim.Time("leaseUntil"));
            return Task.FromResult(LeasedBench.Recorded());
        });

        Assert.Equal([new EffectClaim("Shop.SoldHandler#event-1#mail", 1)], _bench.Sent);
    }

    [Fact]
    public async Task The_claim_is_completed_and_the_effect_recorded_in_one_transaction()
    {
        var outcome = await _bench.SendAsync();

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal("Completed", _bench.Claim!.Text("state"));
        Assert.Equal(
            [LeasedBench.ClaimKey, LeasedBench.RecordKey],
            Assert.Single(_bench.Store.Commits).Select(write => write.Key));
        Assert.Single(_bench.Publisher.Published);
    }

    [Fact]
    public async Task It_is_recorded_even_if_the_handler_was_cancelled_meanwhile()
    {
        await _bench.SendAsync(_ =>
        {
            _bench.Handling.Cancel();   // here and now: on another thread it would race with the bench's clock
            return Task.FromResult(LeasedBench.Recorded());
        });

        Assert.Equal("Completed", _bench.Claim!.Text("state"));
    }

    [Fact]
    public async Task A_duplicate_publishes_its_events_again_and_does_nothing_else()
    {
        await _bench.SendAsync();
        _bench.Time.Advance(TimeSpan.FromMinutes(1));

        var outcome = await _bench.SendAsync();

        Assert.Equal(Outcome.Done, outcome);
        Assert.Single(_bench.Sent);
        Assert.Equal(2, _bench.Publisher.Published.Count);
        Assert.Single(_bench.Publisher.Published.Distinct());
    }

    [Fact]
    public async Task A_failed_publish_is_a_wait_and_the_redelivery_publishes()
    {
        _bench.Publisher.RefusesOnce();

        Assert.Equal(Outcome.Retry(), await _bench.SendAsync());
        Assert.Equal(Outcome.Done, await _bench.SendAsync());
        Assert.Single(_bench.Sent);
        Assert.Single(_bench.Publisher.Published);
    }

    [Fact]
    public async Task A_completion_whose_answer_was_lost_counts()
    {
        _bench.Store.LosesAnswer();

        Assert.Equal(Outcome.Retry(), await _bench.SendAsync());
        Assert.Equal(Outcome.Done, await _bench.SendAsync());
        Assert.Single(_bench.Sent);
    }

    [Fact]
    public async Task A_record_that_its_own_condition_refuses_dead_letters_the_message_rather_than_repeat_the_effect()
    {
        _bench.Store[LeasedBench.RecordKey] = Item.Empty;

        var outcome = await _bench.SendAsync();

        Assert.Equal(
            Outcome.Reject("The effect happened and cannot be recorded: a condition of its writes does not hold."), outcome);
    }

    [Fact]
    public async Task Another_event_that_means_the_same_does_not_bring_it_about_again()
    {
        _bench.OncePer = "order=1";
        await _bench.SendAsync();

        _bench.EventId = "event-2";
        Assert.Equal(Outcome.Done, await _bench.SendAsync());

        Assert.Equal([new EffectClaim("Shop.SoldHandler#order=1#mail", 1)], _bench.Sent);
    }

    [Fact]
    public async Task A_task_that_asks_again_is_answered_under_the_token_that_waits_now()
    {
        _bench.TaskToken = "token-1";
        await _bench.SendAsync();

        _bench.TaskToken = "token-2";
        await _bench.SendAsync();

        Assert.Single(_bench.Sent);
        Assert.Equal(
            ["token-1", "token-2"],
            _bench.Publisher.Published.Select(outgoing => (string?)JsonNode.Parse(outgoing.Detail)!["metadata"]!["taskToken"]));
    }
}
