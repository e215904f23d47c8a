using LocalAws.EventBridge.Events;
using LocalAws.EventBridge.Rules;

namespace LocalAws.EventBridge.Inputs;

/// <summary>A target's <c>InputPath</c>: a part of the event.</summary>
internal sealed class PathInput(JsonPath path) : ITargetInput
{
    public string Render(BusEvent @event, Rule rule) =>
        path.Find(@event.Root) ?? throw new InputException($"The event has nothing at the InputPath {path}.");
}
