namespace Workers.Local;

/// <summary>A part of the fleet did not start.</summary>
/// <param name="message">Which.</param>
internal sealed class FleetFailedException(string message) : Exception(message);
