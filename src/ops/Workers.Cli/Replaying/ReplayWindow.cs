using Workers.Cli.Running;
using Workers.Cli.Timing;

namespace Workers.Cli.Replaying;

/// <summary>The events that are meant: those that came onto the bus within it.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end.</param>
internal sealed record ReplayWindow(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Refuses what cannot be replayed, and what would take effect again.</summary>
    /// <param name="markerLife">How long handlers remember what they have done.</param>
    /// <param name="now">The time.</param>
    /// <param name="older">Whether older events are wanted all the same.</param>
    /// <exception cref="CommandFailedException">It is refused.</exception>
    public void Check(TimeSpan markerLife, DateTimeOffset now, bool older)
    {
        if (To <= From)
        {
            throw new CommandFailedException($"--to ({To:u}) must be after --from ({From:u}): nothing would be replayed.", ExitCode.Usage);
        }

        if (From < now - markerLife && !older)
        {
            throw new CommandFailedException(
                $"--from ({From:u}) is longer ago than markers are kept ({Duration.Words(markerLife)}, Workers:Effects:MarkerLife): events "
                + "that were handled would take effect a second time. Say --older if that is wanted.",
                ExitCode.Usage);
        }
    }
}
