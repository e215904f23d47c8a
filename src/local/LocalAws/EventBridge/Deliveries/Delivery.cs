using LocalAws.EventBridge.Events;
using LocalAws.EventBridge.Rules;
using LocalAws.EventBridge.Targets;

namespace LocalAws.EventBridge.Deliveries;

/// <summary>One event on its way to one target.</summary>
/// <param name="Event">The event.</param>
/// <param name="Rule">The rule that it matched.</param>
/// <param name="Target">The target.</param>
/// <param name="Hops">How many buses it has come from.</param>
internal sealed record Delivery(BusEvent Event, Rule Rule, RuleTarget Target, int Hops)
{
    /// <summary>What tells it from others that are under way; zero while it is not.</summary>
    public long Number { get; init; }

    /// <summary>How often it was tried again.</summary>
    public int Retries { get; init; }

    /// <summary>Whether it has waited for its turn among the calls of an API destination.</summary>
    public bool HasSlot { get; init; }

    /// <summary>How long it is held back before it is tried first.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>When EventBridge gives up.</summary>
    public DateTimeOffset Deadline => Event.IngestedAt + Target.MaxAge;
}
