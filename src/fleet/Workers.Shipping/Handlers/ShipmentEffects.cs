using Microsoft.Extensions.Options;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Shipping.Carriers;

namespace Workers.Shipping.Handlers;

/// <summary>
/// Runs what asks the carrier: once per order, and so many at once. A carrier that does not answer is a wait, however long; many such waits
/// let the queue's own breaker pause receiving, which is the carrier's rest. What it rejects is dead-lettered.
/// </summary>
internal sealed partial class ShipmentEffects(
    ILeasedEffects effects, IOptions<ShippingOptions> options, ShippingMetrics metrics, ILogger<ShipmentEffects> logger) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.Value.MaxConcurrent);

    /// <summary>Runs one part of an order's effects under a claim; events that mean the same share it.</summary>
    public async Task<Outcome> RunAsync<TEvent>(
        EventMessage<TEvent> message,
        string part,
        string orderId,
        Func<CancellationToken, Task<EffectResult>> effect,
        CancellationToken cancellationToken)
        where TEvent : class, IEventDetail
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            return await effects.RunAsync(message, part, $"orderId={orderId}", (_, token) => AskAsync(effect, token), cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task<EffectResult> AskAsync(Func<CancellationToken, Task<EffectResult>> effect, CancellationToken cancellationToken)
    {
        try
        {
            return await effect(cancellationToken);
        }
        catch (CarrierDownException down)
        {
            metrics.Waits();
            LogWaits(down.Message);
            return EffectResult.Retry(down.After);
        }
        catch (CarrierRejectedException rejected)
        {
            metrics.Rejected();
            LogRejected(rejected.Message);
            return EffectResult.Reject(rejected.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The shipment waits: {Reason}")]
    private partial void LogWaits(string reason);

    [LoggerMessage(LogLevel.Error, "The shipment is dead-lettered, and somebody must act: {Reason}")]
    private partial void LogRejected(string reason);
}
