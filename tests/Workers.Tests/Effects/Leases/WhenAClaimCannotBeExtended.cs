using Workers.Effects.Transactions;
using Workers.Engine.Handling;

namespace Workers.Tests.Effects.Leases;

public sealed class WhenAClaimCannotBeExtended : IDisposable
{
    private readonly LeasedBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_effect_is_cancelled_when_the_claim_ends_and_the_message_waits()
    {
        var end = _bench.Lease.Until;
        DateTimeOffset? cancelledAt = null;

        var outcome = await _bench.SendAsync(async token =>
        {
            using var cancelled = token.Register(() => cancelledAt = _bench.Time.GetUtcNow());
            await FailToExtendAsync(end.AddSeconds(30));
            await Task.Delay(Timeout.InfiniteTimeSpan, _bench.Time, token);
            return LeasedBench.Recorded();
        });

        Assert.Equal(Outcome.Retry(), outcome);
        Assert.Equal(end, cancelledAt);
        Assert.Equal(1, _bench.ClaimsLost);
        Assert.Empty(_bench.Store.Commits);
    }

    [Fact]
    public async Task An_effect_that_is_over_in_time_is_recorded()
    {
        var outcome = await _bench.SendAsync(async _ =>
        {
            await FailToExtendAsync(_bench.Lease.Until.AddSeconds(30));
            return LeasedBench.Recorded();
        });

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(0, _bench.ClaimsLost);
    }

    [Fact]
    public async Task One_that_is_extended_goes_on_after_the_former_end()
    {
        var end = _bench.Lease.Until;

        var outcome = await _bench.SendAsync(async token =>
        {
            await _bench.Lease.ExtendAsync(end.AddSeconds(30));
            await Task.Delay(end.AddSeconds(10) - _bench.Time.GetUtcNow(), _bench.Time, token);
            return LeasedBench.Recorded();
        });

        Assert.Equal(Outcome.Done, outcome);
    }

    private async Task FailToExtendAsync(DateTimeOffset until)
    {
        _bench.Store.UpdateFailure = new StoreUnavailableException("Away.");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _bench.Lease.ExtendAsync(until));
        _bench.Store.UpdateFailure = null;
    }
}
