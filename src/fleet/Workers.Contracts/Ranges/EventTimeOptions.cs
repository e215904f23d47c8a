namespace Workers.Contracts.Ranges;

/// <summary>Which times of events are believed. Bound from <see cref="Section"/>.</summary>
public sealed class EventTimeOptions
{
    /// <summary>The section of configuration.</summary>
    public const string Section = "Workers:Events";

    internal const string Problem =
        $"{Section}:FutureTolerance must be from 00:00:01 to 1.00:00:00: less refuses honest producers, "
        + "more lets one wrong clock win over every later event.";

    /// <summary>
    /// How far ahead of the clock here the time of an event may be. What is further ahead is refused by the API and dead-lettered by
    /// workers: a stock count of next year would win over every count until then. Times in the past are always taken.
    /// </summary>
    /// <value>
    /// 5 minutes, which is what AWS tolerates between a signed request's time and its own: a producer whose clock is further off could
    /// not have put its event on the bus. From 1 second to 1 day, the most that time zones differ.
    /// </value>
    public TimeSpan FutureTolerance { get; set; } = TimeSpan.FromMinutes(5);

    internal bool IsInRange => FutureTolerance >= TimeSpan.FromSeconds(1) && FutureTolerance <= TimeSpan.FromDays(1);
}
