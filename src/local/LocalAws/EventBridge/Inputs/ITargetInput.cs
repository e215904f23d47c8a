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

/// <summary>The event as it is: what a target gets that asks for nothing else.</summary>
internal sealed class WholeEvent : ITargetInput
{
    public string Render(BusEvent @event, Rule rule) => @event.Text;
}

/// <summary>A target's <c>Input</c>: the same text for every event.</summary>
internal sealed class ConstantInput(string text) : ITargetInput
{
    public string Render(BusEvent @event, Rule rule) => text;
}

/// <summary>A target's <c>InputPath</c>: a part of the event.</summary>
internal sealed class PathInput(JsonPath path) : ITargetInput
{
    public string Render(BusEvent @event, Rule rule) =>
        path.Find(@event.Root) ?? throw new InputException($"The event has nothing at the InputPath {path}.");
}

/// <summary>What a target is to get cannot be made out of an event.</summary>
internal sealed class InputException(string message) : Exception(message);
