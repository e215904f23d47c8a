using LocalAws.EventBridge.Events;
using LocalAws.EventBridge.Rules;

namespace LocalAws.EventBridge.Inputs;

/// <summary>What a target gets of an event.</summary>
internal interface ITargetInput
{
    /// <summary>The body of the delivery.</summary>
    /// <exception cref="InputException">The event has nothing that makes a valid body.</exception>
    string Render(BusEvent @event, Rule rule);
}
