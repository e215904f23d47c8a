using System.Globalization;

namespace Workers.Events;

/// <summary>How far into the future the time of an event may lie: as far as clocks differ.</summary>
internal sealed class FutureLimit(TimeProvider time, TimeSpan tolerance)
{
    public string Expected { get; } = string.Create(
        CultureInfo.InvariantCulture, $"must be at most {tolerance:c} ahead of the clock here; a time without an offset is UTC");

    // Compared as a difference, because the end of the calendar may be in reach.
    public bool Excludes(DateTimeOffset at) => at - time.GetUtcNow() > tolerance;
}
