namespace Workers.Operations;

/// <summary>An operation cannot do what it was asked.</summary>
/// <param name="message">Why, and what would help.</param>
internal sealed class OperationFailedException(string message) : Exception(message);
