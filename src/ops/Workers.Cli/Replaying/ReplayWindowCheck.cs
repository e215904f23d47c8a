using Workers.Cli.Running;
using Workers.Cli.Timing;
using Workers.Operations.Replaying;

namespace Workers.Cli.Replaying;

/// <summary>Checks the window that somebody asked for.</summary>
internal static class ReplayWindowCheck
{
    /// <summary>Refuses what cannot be replayed, and what would take effect again.</summary>
    /// <param name="window">The window.</param>
    /// <param name="markerLife">How long handlers remember what they have done.</param>
    /// <param name="now">The time.</param>
    /// <param name="older">Whether older events are wanted all the same.</param>
    /// <exception cref="CommandFailedException">It is refused.</exception>
    public static void Check(this ReplayWindow window, TimeSpan markerLife, DateTimeOffset now, bool older)
    {
        if (window.IsEmpty)
        {
            throw new CommandFailedException($"--to ({window.To:u}) must be after --from ({window.From:u}): nothing would be replayed.", ExitCode.Usage);
        }

        if (window.IsOlderThan(markerLife, now) && !older)
        {
            throw new CommandFailedException(
                $"--from ({window.From:u}) is longer ago than markers are kept ({Duration.Words(markerLife)}, Workers:Effects:MarkerLife): events "
                + "that were handled would take effect a second time. Say --older if that is wanted.",
                ExitCode.Usage);
        }
    }
}
