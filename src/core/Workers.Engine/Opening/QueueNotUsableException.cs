namespace Workers.Engine.Opening;

/// <summary>A queue cannot be consumed until somebody changes something: the process should end and say so.</summary>
internal sealed class QueueNotUsableException(string message) : Exception(message);
