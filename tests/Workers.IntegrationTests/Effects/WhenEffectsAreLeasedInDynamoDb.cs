using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Effects;

public sealed class WhenEffectsAreLeasedInDynamoDb : IClassFixture<ProvisionedFleet>, IAsyncDisposable
{
    private readonly EffectsHost _worker;
    private readonly EffectsHost _other;
    private readonly List<long> _fences = [];

    public WhenEffectsAreLeasedInDynamoDb(AwsEndpoint endpoint, ProvisionedFleet fleet)
    {
        _worker = new(endpoint, fleet);
        _other = new(endpoint, fleet) { ProductId = _worker.ProductId };
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task An_effect_is_recorded_with_its_claim_and_not_done_again()
    {
        var first = await _worker.RunAsync(RecordAsync);
        var second = await _other.RunAsync(RecordAsync);

        Assert.Equal([Outcome.Done, Outcome.Done], [first, second]);
        Assert.Equal([1], _fences);
        Assert.Equal("Completed", (await _worker.MarkerAsync("event-1#mail")).Text("state"));
        Assert.Equal(1, (await _worker.ProductAsync()).Number("fence"));
    }

    [Fact]
    public async Task Of_two_workers_one_has_the_claim_and_the_other_waits_for_its_end()
    {
        Outcome? contender = null;

        await _worker.RunAsync(async claim =>
        {
            contender = await _other.RunAsync(_ => throw new InvalidOperationException("Claimed twice."));
            return await RecordAsync(claim);
        });

        Assert.StartsWith("Wait { After = 00:0", contender!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lost_a_lapsed_claim_overwrites_nothing()
    {
        var outcome = await _worker.RunAsync(
            async claim =>
            {
                Assert.Equal(Outcome.Done, await _other.RunAsync(RecordAsync));
                return await RecordAsync(claim);
            },
            new FixedLease(TimeSpan.FromMinutes(-1)));

        // The successor's completion stands, and with it the message is done.
        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal([2, 1], _fences);
        Assert.Equal(2, (await _worker.ProductAsync()).Number("fence"));
    }

    [Fact]
    public async Task A_released_claim_is_had_again_with_a_higher_fence()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => _worker.RunAsync(_ => throw new NotSupportedException()));
        var released = await _worker.MarkerAsync("event-1#mail");

        var outcome = await _other.RunAsync(RecordAsync);

        Assert.Equal("Released", released.Text("state"));
        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal([2], _fences);
    }

    [Fact]
    public async Task A_claim_that_reaches_DynamoDB_once_more_after_its_completion_does_not_undo_it()
    {
        await _worker.RunAsync(RecordAsync);
        var completed = await _worker.MarkerAsync("event-1#mail");

        var answer = await _worker.ClaimAsync("event-1#mail", completed.Text("owner")!);

        Assert.IsType<ClaimAnswer.Completed>(answer);
        Assert.Equal("Completed", (await _worker.MarkerAsync("event-1#mail")).Text("state"));
    }

    private Task<EffectResult> RecordAsync(EffectClaim claim)
    {
        _fences.Add(claim.Fence);
        var record = Write.Insert(RestockHandler.Key(_worker.ProductId), Item.Empty.With("fence", claim.Fence));
        return Task.FromResult(EffectResult.Done([record], []));
    }
}
