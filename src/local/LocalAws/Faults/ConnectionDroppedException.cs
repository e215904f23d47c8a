namespace LocalAws.Faults;

/// <summary>A request is to end without an answer.</summary>
internal sealed class ConnectionDroppedException : Exception;
