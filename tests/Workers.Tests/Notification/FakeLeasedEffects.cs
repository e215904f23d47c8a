using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Tests.Notification;

/// <summary>Runs every effect once under a claim that nobody contends, and records what it returned.</summary>
internal sealed class FakeLeasedEffects : ILeasedEffects
{
    public Dictionary<string, EffectResult> Results { get; } = [];

    public async Task<Outcome> RunAsync<TEvent>(
        EventMessage<TEvent> message,
        string part,
        string? oncePer,
        Func<EffectClaim, CancellationToken, Task<EffectResult>> effect,
        CancellationToken cancellationToken)
        where TEvent : class, IEventDetail
    {
        var result = await effect(new EffectClaim($"{message.Metadata.EventId}#{part}", Fence: 1), cancellationToken);
        Results[part] = result;
        return result switch
        {
            EffectResult.Wait wait => Outcome.Retry(wait.After),
            EffectResult.Refused refused => Outcome.Reject(refused.Reason),
            _ => Outcome.Done,
        };
    }
}
