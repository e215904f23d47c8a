namespace Workers.Cli.Running;

/// <summary>What a script learns from a command.</summary>
internal static class ExitCode
{
    /// <summary>All that was asked was done.</summary>
    public const int Done = 0;

    /// <summary>Something failed or is not as it should be; standard error says what.</summary>
    public const int Failed = 1;

    /// <summary>The command line or a setting is wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>Nobody said yes; nothing was done.</summary>
    public const int NotConfirmed = 3;

    /// <summary>There are dead letters, and <c>--fail-on-dead-letters</c> asked for it.</summary>
    public const int DeadLetters = 4;

    /// <summary>Ctrl-C or SIGTERM; what was begun was finished or put back, and the command may be repeated.</summary>
    public const int Interrupted = 130;
}
