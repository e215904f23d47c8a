namespace Workers.Tests.Effects.Leases;

public sealed class WhenTheMessagesLeaseIsExtended : IDisposable
{
    private static readonly DateTimeOffset Later = FakeTime.Start + TimeSpan.FromSeconds(45);

    private readonly LeasedBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_claim_is_extended_with_it()
    {
        DateTimeOffset? until = null;
        await _bench.SendAsync(async _ =>
        {
            await _bench.Lease.ExtendAsync(Later);
            until = _bench.Claim!.Time("leaseUntil");
            return LeasedBench.Recorded();
        });

        Assert.Equal(Later + LeasedBench.Margin, until);
    }

    [Fact]
    public async Task The_claim_follows_also_when_that_was_while_it_was_asked_for()
    {
        DateTimeOffset? until = null;
        _bench.Store.OnClaimed = () => _bench.Lease.Until = Later;
        await _bench.SendAsync(_ =>
        {
            until = _bench.Claim!.Time("leaseUntil");
            return Task.FromResult(LeasedBench.Recorded());
        });

        Assert.Equal(Later + LeasedBench.Margin, until);
    }

    [Fact]
    public async Task Nobody_listens_any_more_once_the_effect_is_done()
    {
        await _bench.SendAsync();

        Assert.Equal(0, _bench.Lease.Listeners);
    }
}
