using Workers.Engine.Handling;

namespace Workers.Tests.Effects.Leases;

public sealed class WhenAClaimIsAnothers : IDisposable
{
    private readonly LeasedBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_message_is_shown_again_when_that_claim_would_end_or_a_little_later()
    {
        _bench.IsClaimedByAnother();

        var outcome = await _bench.SendAsync();

        var wait = Assert.IsType<Outcome.Wait>(outcome);
        Assert.InRange(wait.After!.Value, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(21));
        Assert.Empty(_bench.Sent);
    }

    [Fact]
    public async Task A_claim_that_has_lapsed_is_taken_over_with_a_higher_fence()
    {
        _bench.IsClaimedByAnother();
        _bench.Time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(Outcome.Done, await _bench.SendAsync());
        Assert.Equal(2, Assert.Single(_bench.Sent).Fence);
    }

    [Fact]
    public async Task Who_lost_the_claim_overwrites_nothing_and_waits()
    {
        var outcome = await _bench.SendAsync(_ =>
        {
            _bench.IsClaimedByAnother();
            return Task.FromResult(LeasedBench.Recorded());
        });

        Assert.Equal(Outcome.Retry(), outcome);
        Assert.Equal("another", _bench.Claim!.Text("owner"));
        Assert.Equal("InProgress", _bench.Claim.Text("state"));
        Assert.Null(_bench.Store[LeasedBench.RecordKey]);
        Assert.Empty(_bench.Publisher.Published);
    }

    [Fact]
    public async Task Who_lost_the_claim_does_not_release_its_successors()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => _bench.SendAsync(_ =>
        {
            _bench.IsClaimedByAnother();
            throw new NotSupportedException();
        }));

        Assert.Equal("InProgress", _bench.Claim!.Text("state"));
    }

    [Fact]
    public async Task The_loss_is_counted_and_logged()
    {
        await _bench.SendAsync(_ =>
        {
            _bench.IsClaimedByAnother();
            return Task.FromResult(LeasedBench.Recorded());
        });

        Assert.Equal(1, _bench.ClaimsLost);
        Assert.Contains(
            _bench.Log.Entries,
            entry => entry.Text.StartsWith("Lost the claim Shop.SoldHandler#event-1#mail while", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_learns_of_the_loss_at_an_extension_stops_and_waits()
    {
        var outcome = await _bench.SendAsync(async token =>
        {
            _bench.IsClaimedByAnother();
            await _bench.Lease.ExtendAsync(_bench.Lease.Until + TimeSpan.FromSeconds(15));
            token.ThrowIfCancellationRequested();
            return LeasedBench.Recorded();
        });

        Assert.Equal(Outcome.Retry(), outcome);
        Assert.Equal("another", _bench.Claim!.Text("owner"));
        Assert.Empty(_bench.Store.Commits);
    }
}
