using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workers.Effects.Decisions;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Committing;

public sealed class WhenTheStoreDoesNotTakeACommit
{
    private readonly EffectsBench _bench = new(options => options.MaxCommits = 4);
    private readonly SoldHandler _handler = new();

    public WhenTheStoreDoesNotTakeACommit() => _bench.Store[Shop.Product("mug")] = Item.Empty.With("available", 5);

    [Fact]
    public async Task A_conflict_is_tried_again_with_the_same_decision()
    {
        _bench.Store.MeetsRefusals(3, RefusalKind.Contended);

        var outcome = await _bench.HandleAsync(_handler, Shop.Message());

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(1, _handler.Decisions);
        Assert.Equal(4, _bench.Store.Commits.Count);
        Assert.True(_bench.Time.Elapsed > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_conflict_that_goes_on_is_a_wait()
    {
        _bench.Store.MeetsRefusals(4, RefusalKind.Contended);

        var outcome = await _bench.HandleAsync(_handler, Shop.Message());

        Assert.Equal(Outcome.Retry(), outcome);
        Assert.Equal(4, _bench.Store.Commits.Count);
    }

    [Fact]
    public async Task A_conflict_beside_a_condition_that_fails_is_noticed_and_not_waited_for()
    {
        var runner = _bench.Services.GetRequiredService<TransactionRunner>();
        var conflicts = 0;
        _bench.Store.MeetsRefusals(1, RefusalKind.ConditionFailed, RefusalKind.Contended);

        var result = await runner.CommitAsync(
            [Write.Update(Shop.Product("mug")).Add("available", 1)], TestContext.Current.CancellationToken, () => conflicts++);

        Assert.True(result.ConditionFailed);
        Assert.Equal(1, conflicts);
    }

    [Fact]
    public async Task A_failed_read_is_a_wait()
    {
        _bench.Store.ReadFailure = new StoreUnavailableException("Away.");

        Assert.Equal(Outcome.Retry(), await _bench.HandleAsync(_handler, Shop.Message()));
    }

    [Theory]
    [InlineData(AwsFailure.Refused, LogLevel.Error)]
    [InlineData(AwsFailure.Throttled, LogLevel.Warning)]
    [InlineData(AwsFailure.Outage, LogLevel.Warning)]
    [InlineData(AwsFailure.LostAnswer, LogLevel.Warning)]
    public async Task Whatever_keeps_it_away_is_a_wait_and_a_refusal_is_an_error_to_act_on(AwsFailure failure, LogLevel level)
    {
        _bench.Store.ReadFailure = new StoreUnavailableException("No.", failure: failure);

        Assert.Equal(Outcome.Retry(), await _bench.HandleAsync(_handler, Shop.Message(receiveCount: 1_000)));
        Assert.Equal(level, Assert.Single(_bench.Log.Entries).Level);
    }

    [Fact]
    public async Task A_failed_commit_is_a_wait_without_another_try()
    {
        _bench.Store.MeetsOutage();

        var outcome = await _bench.HandleAsync(_handler, Shop.Message());

        Assert.Equal(Outcome.Retry(), outcome);
        Assert.Single(_bench.Store.Commits);
    }

    [Fact]
    public async Task A_write_that_can_never_be_taken_dead_letters_the_message_with_the_reason()
    {
        _bench.Store.MeetsRefusals(1, RefusalKind.Impossible);

        Assert.Equal(Outcome.Reject("Impossible reason"), await _bench.HandleAsync(_handler, Shop.Message()));
    }
}
