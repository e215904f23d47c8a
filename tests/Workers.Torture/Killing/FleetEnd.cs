using System.Globalization;
using Workers.Torture.Fleet;

namespace Workers.Torture.Killing;

/// <summary>How a fleet ended.</summary>
/// <param name="Name">Which.</param>
/// <param name="How">What was done to it: <c>Random</c>, <c>Drain</c>, <c>Stop</c>, a stage's name.</param>
/// <param name="At">When it was found to have ended.</param>
/// <param name="ExitCode">137 for SIGKILL.</param>
/// <param name="Draining">How long it drained before.</param>
/// <param name="LostLeases">When it lost the lease of a notification.</param>
/// <param name="Errors">What it wrote to its standard error.</param>
internal sealed record FleetEnd(string Name, string How, DateTimeOffset At, int ExitCode, TimeSpan Draining, IReadOnlyList<DateTimeOffset> LostLeases, string Errors)
{
    /// <summary>How the last fleet of a slot ended that nobody ended.</summary>
    public const string ByItself = "by itself";

    private const int Killed = 128 + 9;

    public bool WasKilled => ExitCode == Killed;

    /// <summary>Whether it ended with work in hand: killed, or at the limit of its drain.</summary>
    public bool WasCutShort => WasKilled || Draining >= FleetHosts.DrainLimit;

    /// <summary>Whether it did as it was told: ended by SIGKILL, or drained and said that all went well.</summary>
    public bool IsInOrder => WasKilled || ExitCode == 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} ({How}) with {ExitCode} at {At:HH:mm:ss} after a drain of {Draining.TotalSeconds:0.0} s {Errors}");
}
