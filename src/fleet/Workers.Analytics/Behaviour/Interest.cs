namespace Workers.Analytics.Behaviour;

/// <summary>
/// When a session viewed and clicked, as spans in which no two neighbours are further apart than the window. So a session of any length is
/// mostly one span, and in whichever order views come, the spans are the same.
/// </summary>
/// <param name="Spans">The oldest first.</param>
internal sealed record Interest(IReadOnlyList<Interest.Span> Spans)
{
    /// <summary>How many spans are remembered. A session with more breaks than that forgets its oldest.</summary>
    public const int MostSpans = 20;

    public static Interest None { get; } = new([]);

    /// <summary>With one more view or click.</summary>
    public Interest With(DateTimeOffset at, TimeSpan window)
    {
        var near = Spans.Where(span => at >= Earlier(span.From, window) && at <= Later(span.To, window)).Append(new(at, at)).ToList();
        return new(
        [
            .. Spans.Except(near)
                .Append(new(near.Min(span => span.From), near.Max(span => span.To)))
                .OrderBy(span => span.From)
                .TakeLast(MostSpans),
        ]);
    }

    /// <summary>Whether there was a view or a click at a time, or up to a window before it.</summary>
    public bool IsBefore(DateTimeOffset at, TimeSpan window) => Spans.Any(span => span.From <= at && at <= Later(span.To, window));

    // Both ends of the calendar are times that an event may have.
    private static DateTimeOffset Earlier(DateTimeOffset time, TimeSpan by) =>
        time - DateTimeOffset.MinValue > by ? time - by : DateTimeOffset.MinValue;

    private static DateTimeOffset Later(DateTimeOffset time, TimeSpan by) =>
        DateTimeOffset.MaxValue - time > by ? time + by : DateTimeOffset.MaxValue;

    /// <summary>From one view or click to another.</summary>
    internal sealed record Span(DateTimeOffset From, DateTimeOffset To);
}
