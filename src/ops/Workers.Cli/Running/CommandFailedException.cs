namespace Workers.Cli.Running;

/// <summary>A command cannot do what it was asked.</summary>
/// <param name="message">Why, and what would help.</param>
/// <param name="exitCode">What the process ends with.</param>
internal sealed class CommandFailedException(string message, int exitCode = ExitCode.Failed) : Exception(message)
{
    /// <summary>What the process ends with.</summary>
    public int ExitCode { get; } = exitCode;
}
