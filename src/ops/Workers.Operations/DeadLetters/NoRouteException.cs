namespace Workers.Operations.DeadLetters;

/// <summary>A dead letter cannot be redriven.</summary>
/// <param name="message">Why.</param>
internal sealed class NoRouteException(string message) : Exception(message);
