namespace Workers.Provisioning;

/// <summary>A resource could not be brought to what the topology says; those before it were.</summary>
/// <param name="message">Which resource, and why.</param>
/// <param name="innerException">What AWS said.</param>
public sealed class ProvisioningException(string message, Exception? innerException = null) : Exception(message, innerException);
