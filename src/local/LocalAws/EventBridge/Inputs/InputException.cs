namespace LocalAws.EventBridge.Inputs;

/// <summary>What a target is to get cannot be made out of an event.</summary>
internal sealed class InputException(string message) : Exception(message);
