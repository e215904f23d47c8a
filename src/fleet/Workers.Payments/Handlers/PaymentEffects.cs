using Microsoft.Extensions.Options;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Payments.Providers;

namespace Workers.Payments.Handlers;

/// <summary>
/// Runs what asks the provider: once per order, and so many at once. A provider that does not answer is a wait, however long; many such
/// waits let the queue's own breaker pause receiving, which is the provider's rest. What it refuses is dead-lettered.
/// </summary>
internal sealed partial class PaymentEffects(
    ILeasedEffects effects, IOptions<PaymentsOptions> options, PaymentsMetrics metrics, ILogger<PaymentEffects> logger) : IDisposable
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
            return await effects.RunAsync(
                message, part, $"orderId={orderId}", (_, token) => AskAsync(part, effect, token), cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task<EffectResult> AskAsync(
        string part, Func<CancellationToken, Task<EffectResult>> effect, CancellationToken cancellationToken)
    {
        try
        {
            return await effect(cancellationToken);
        }
        catch (ProviderDownException down)
        {
            metrics.Waits();
            LogWaits(part, down.Message);
            return EffectResult.Retry(down.After);
        }
        catch (ProviderRefusedException refused)
        {
            metrics.Refused(part);
            LogRefused(part, refused.Message);
            return EffectResult.Reject(refused.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The {Part} waits: {Reason}")]
    private partial void LogWaits(string part, string reason);

    [LoggerMessage(LogLevel.Error, "The {Part} is dead-lettered, and somebody must act: {Reason}")]
    private partial void LogRefused(string part, string reason);
}
