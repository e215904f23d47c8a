using Microsoft.Extensions.Logging.Abstractions;
using Workers.Contracts.Events;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Partners;
using Workers.Payments;
using Workers.Tests.Notification;

namespace Workers.Tests.Payments;

public sealed class WhenManyChargesAreMade : IDisposable
{
    private readonly CountingMeters _meters = new();
    private readonly PartnerEffects _effects;
    private readonly TaskCompletionSource _answer = new();
    private int _begun;

    public WhenManyChargesAreMade() => _effects = new(
        new FakeLeasedEffects(),
        maxConcurrent: 2,
        new PaymentsMetrics(_meters),
        NullLogger<PartnerEffects>.Instance);

    public void Dispose()
    {
        _effects.Dispose();
        _meters.Dispose();
    }

    [Fact]
    public async Task No_more_of_them_are_on_their_way_than_there_may_be()
    {
        var charges = Enumerable.Range(1, 5).Select(ChargeAsync).ToList();

        Assert.Equal(2, _begun);

        _answer.SetResult();
        Assert.All(await Task.WhenAll(charges), outcome => Assert.Equal(Outcome.Done, outcome));
        Assert.Equal(5, _begun);
    }

    private Task<Outcome> ChargeAsync(int order) => _effects.RunAsync(
        Messages.Of(new InventoryReserved($"ORD-{order}", [new("LAPTOP", 1)], Messages.Now, "CUST-1", 10m)),
        new(EffectParts.Charge, $"ORD-{order}"),
        async _ =>
        {
            Interlocked.Increment(ref _begun);
            await _answer.Task;
            return EffectResult.Done([], []);
        },
        TestContext.Current.CancellationToken);
}
