using LocalAws.EventBridge.Events;
using LocalAws.EventBridge.Rules;

namespace LocalAws.EventBridge.Inputs;

/// <summary>The event as it is: what a target gets that asks for nothing else.</summary>
internal sealed class WholeEvent : ITargetInput
{
    public string Render(BusEvent @event, Rule rule) => @event.Text;
}
