namespace Workers.Operations.Replaying;

/// <summary>The events that are meant: those that came onto the bus within it.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end.</param>
internal sealed record ReplayWindow(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => To <= From;

    /// <summary>Whether it holds events that no marker remembers any more: they would take effect again.</summary>
    public bool IsOlderThan(TimeSpan markerLife, DateTimeOffset now) => From < now - markerLife;
}
