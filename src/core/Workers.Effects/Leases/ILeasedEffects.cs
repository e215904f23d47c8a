using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Effects.Leases;

/// <summary>Effects that happen elsewhere, such as a mail or a webhook: claimed before, recorded after, owned in between.</summary>
public interface ILeasedEffects
{
    /// <summary>
    /// Runs an effect under a claim on <c>{handler}#{eventId}#{part}</c>, unless it is already completed. Completed
    /// before: publishes its stored events again and is Done. In progress elsewhere: Retry when that claim would end.
    /// The effect throws or asks to retry: the claim is released. Claim lost to another: nothing is written, and Retry.
    /// An effect that happened is recorded even when the token is cancelled; a crash between it and its record, or a record that DynamoDB
    /// does not take within 15 seconds, repeats it with the same key.
    /// </summary>
    /// <param name="message">The message; its lease and the claim are extended together.</param>
    /// <param name="part">Which of the message's effects, for example a channel.</param>
    /// <param name="oncePer">
    /// What the effect happens once for, in the place of the event's id: events that mean the same then share one claim. It must not look
    /// like an event's id. Null: the event.
    /// </param>
    /// <param name="effect">Does it, and says what to record.</param>
    /// <param name="cancellationToken">The handler's token; cancellation releases the claim.</param>
    Task<Outcome> RunAsync<TEvent>(
        EventMessage<TEvent> message,
        string part,
        string? oncePer,
        Func<EffectClaim, CancellationToken, Task<EffectResult>> effect,
        CancellationToken cancellationToken)
        where TEvent : class, IEventDetail;
}

/// <summary>The right to do one effect now.</summary>
/// <param name="Key">The same at every try: give it to the other side as its idempotency key.</param>
/// <param name="Fence">Grows with each claim, so the other side can refuse a call from an older claim.</param>
public sealed record EffectClaim(string Key, long Fence);

/// <summary>What an effect says of itself.</summary>
public abstract record EffectResult
{
    private EffectResult()
    {
    }

    /// <summary>It happened: these writes and events are committed with the claim's completion.</summary>
    public static EffectResult Done(IReadOnlyList<Write> writes, IReadOnlyList<Emission> emits) => new Happened(writes, emits);

    /// <summary>Not now: the claim is released and the message waits.</summary>
    public static EffectResult Retry(TimeSpan? after = null) => new Wait(after);

    /// <summary>Never: the claim is released and the message is dead-lettered.</summary>
    public static EffectResult Reject(string reason) => new Refused(reason);

    internal sealed record Happened(IReadOnlyList<Write> Writes, IReadOnlyList<Emission> Emits) : EffectResult;

    internal sealed record Wait(TimeSpan? After) : EffectResult;

    internal sealed record Refused(string Reason) : EffectResult;
}
