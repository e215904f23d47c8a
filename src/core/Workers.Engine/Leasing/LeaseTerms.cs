namespace Workers.Engine.Leasing;

/// <summary>How long leases last, all counted from the moment that began them.</summary>
internal sealed record LeaseTerms(TimeSpan Visibility, TimeSpan WantedMargin, TimeSpan MaxHandlingTime)
{
    /// <summary>SQS keeps no message invisible for longer than this after its receive, however often it is extended.</summary>
    public static readonly TimeSpan LongestVisibility = TimeSpan.FromHours(12);

    /// <summary>SQS counts in whole seconds.</summary>
    public static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    /// <summary>Subtracted from the visibility timeout, because the clock starts at SQS and the response takes time to arrive.</summary>
    public TimeSpan Margin { get; } = TimeSpan.FromTicks(Math.Min(WantedMargin.Ticks, Visibility.Ticks / 4));

    /// <summary>When a lease ends unless it is extended.</summary>
    public TimeSpan Duration => Visibility - Margin;

    /// <summary>From here on a lease is extended; messages settled sooner never cost a call.</summary>
    public TimeSpan ExtendFrom => Visibility / 2;

    /// <summary>
    /// How often the leases are looked at. Those that became due in between share calls. A lease that has ended is noticed within one period:
    /// no longer than the margin, where that is at least a hundredth of the timeout.
    /// </summary>
    public TimeSpan Period => TimeSpan.FromTicks(Math.Clamp(Margin.Ticks, Visibility.Ticks / 100, Visibility.Ticks / 20));

    /// <summary>How long one call may take; the next must still have time before the lease ends.</summary>
    public TimeSpan CallLimit => Visibility / 8;

    /// <summary>Whether SQS would still extend a lease when it comes to that.</summary>
    public bool MayExtend(TimeSpan receivedAt, TimeSpan from) =>
        from + ExtendFrom + Period + Visibility <= receivedAt + LongestVisibility;
}
