using Microsoft.Extensions.Logging;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Partners;

/// <summary>
/// Runs what asks the partner: once per order, and so many at once. A partner that does not answer is a wait, however long; many such
/// waits let the queue's own breaker pause receiving, which is the partner's rest. What it refuses is dead-lettered.
/// </summary>
internal sealed partial class PartnerEffects(
    ILeasedEffects effects, int maxConcurrent, IPartnerMetrics metrics, ILogger<PartnerEffects> logger) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(maxConcurrent);

    /// <summary>Runs one part of an order's effects under a claim; events that mean the same share it.</summary>
    public async Task<Outcome> RunAsync<TEvent>(
        EventMessage<TEvent> message,
        OrderPart part,
        Func<CancellationToken, Task<EffectResult>> effect,
        CancellationToken cancellationToken)
        where TEvent : class, IEventDetail
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            return await effects.RunAsync(
                message, part.Part, $"orderId={part.OrderId}", (_, token) => AskAsync(part, effect, token), cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task<EffectResult> AskAsync(
        OrderPart part, Func<CancellationToken, Task<EffectResult>> effect, CancellationToken cancellationToken)
    {
        try
        {
            return await effect(cancellationToken);
        }
        catch (PartnerDownException down)
        {
            metrics.Waits();
            LogWaits(part.Name, down.Message);
            return EffectResult.Retry(down.After);
        }
        catch (PartnerRefusedException refused)
        {
            metrics.Refused(part.Part);
            LogRefused(part.Name, refused.Message);
            return EffectResult.Reject(refused.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The {Part} waits: {Reason}")]
    private partial void LogWaits(string part, string reason);

    [LoggerMessage(LogLevel.Error, "The {Part} is dead-lettered, and somebody must act: {Reason}")]
    private partial void LogRefused(string part, string reason);
}

/// <summary>What is done once per order.</summary>
/// <param name="Part">What, as the claims' keys name it.</param>
/// <param name="OrderId">Which order.</param>
internal sealed record OrderPart(string Part, string OrderId)
{
    /// <summary>What logs call it.</summary>
    public string Name { get; init; } = Part;
}

/// <summary>Counts what a partner did not do.</summary>
internal interface IPartnerMetrics
{
    /// <summary>The partner did not answer.</summary>
    void Waits();

    /// <summary>The partner will never do what it was asked; the message was dead-lettered.</summary>
    void Refused(string part);
}
