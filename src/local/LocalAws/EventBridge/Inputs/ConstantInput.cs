using LocalAws.EventBridge.Events;
using LocalAws.EventBridge.Rules;

namespace LocalAws.EventBridge.Inputs;

/// <summary>A target's <c>Input</c>: the same text for every event.</summary>
internal sealed class ConstantInput(string text) : ITargetInput
{
    public string Render(BusEvent @event, Rule rule) => text;
}
