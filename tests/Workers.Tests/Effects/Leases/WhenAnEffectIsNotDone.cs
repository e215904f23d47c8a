using Workers.Effects.Leases;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;

namespace Workers.Tests.Effects.Leases;

public sealed class WhenAnEffectIsNotDone : IDisposable
{
    private readonly LeasedBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task An_exception_releases_the_claim_and_is_the_handlers_failure()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => _bench.SendAsync(_ => throw new NotSupportedException()));

        Assert.Equal("Released", _bench.Claim!.Text("state"));
    }

    [Fact]
    public async Task A_cancellation_releases_the_claim()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bench.SendAsync(token =>
        {
            _bench.Handling.Cancel();   // here and now: on another thread it would race with the bench's clock
            token.ThrowIfCancellationRequested();
            return Task.FromResult(LeasedBench.Recorded());
        }));

        Assert.Equal("Released", _bench.Claim!.Text("state"));
    }

    [Fact]
    public async Task A_retry_releases_the_claim_and_is_a_wait()
    {
        var outcome = await _bench.SendAsync(_ => Task.FromResult(EffectResult.Retry(TimeSpan.FromSeconds(7))));

        Assert.Equal(Outcome.Retry(TimeSpan.FromSeconds(7)), outcome);
        Assert.Equal("Released", _bench.Claim!.Text("state"));
    }

    [Fact]
    public async Task A_rejection_releases_the_claim_and_dead_letters_the_message()
    {
        var outcome = await _bench.SendAsync(_ => Task.FromResult(EffectResult.Reject("No such address.")));

        Assert.Equal(Outcome.Reject("No such address."), outcome);
        Assert.Equal("Released", _bench.Claim!.Text("state"));
    }

    [Fact]
    public async Task A_claim_that_was_released_can_be_had_again_and_its_fence_goes_on()
    {
        await _bench.SendAsync(_ => Task.FromResult(EffectResult.Retry()));

        Assert.Equal(Outcome.Done, await _bench.SendAsync());
        Assert.Equal([1, 2], _bench.Sent.Select(claim => claim.Fence));
        Assert.Single(_bench.Sent.DistinctBy(claim => claim.Key));
    }

    [Fact]
    public async Task A_release_that_fails_leaves_the_claim_to_lapse()
    {
        var outcome = await _bench.SendAsync(_ =>
        {
            _bench.Store.UpdateFailure = new StoreUnavailableException("Away.");
            return Task.FromResult(EffectResult.Retry());
        });

        Assert.Equal(Outcome.Retry(), outcome);
        Assert.Equal("InProgress", _bench.Claim!.Text("state"));
    }

    [Fact]
    public async Task A_claim_that_cannot_be_asked_for_is_a_wait()
    {
        _bench.Store.UpdateFailure = new StoreUnavailableException("Away.");

        Assert.Equal(Outcome.Retry(), await _bench.SendAsync());
        Assert.Empty(_bench.Sent);
    }
}
