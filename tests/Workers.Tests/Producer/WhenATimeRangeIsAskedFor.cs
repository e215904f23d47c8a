using Workers.Producer.Analytics;
using Workers.Producer.Http;

namespace Workers.Tests.Producer;

public sealed class WhenATimeRangeIsAskedFor
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 10, 5, 30, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Today_is_meant_when_nothing_is_said()
    {
        var range = TimeRange.Of(null, null, Minute, Now);

        Assert.Equal((At("2026-01-15"), At("2026-01-16")), (range.From, range.To));
        Assert.Equal([At("2026-01-15")], range.Days());
        Assert.Empty(range.Hours());
    }

    [Fact]
    public void Whole_days_are_read_as_days_and_the_rest_hour_by_hour()
    {
        var range = TimeRange.Of(At("2026-01-13T22:30"), At("2026-01-15T01:10"), Minute, Now);

        Assert.Equal([At("2026-01-14")], range.Days());
        Assert.Equal(
            [
                new(At("2026-01-13T22:30"), At("2026-01-13T23:00")),
                new(At("2026-01-13T23:00"), At("2026-01-14")),
                new(At("2026-01-15"), At("2026-01-15T01:00")),
                new(At("2026-01-15T01:00"), At("2026-01-15T01:10")),
            ],
            range.Hours());
    }

    [Theory]
    [InlineData("2026-01-15T10:00:30", "2026-01-15T11:00")]   // off the minute
    [InlineData("2026-01-15T11:00", "2026-01-15T11:00")]      // empty
    [InlineData("2026-01-15T12:00", "2026-01-15T11:00")]      // backwards
    [InlineData("2024-01-01", "2026-01-15")]                  // too long
    [InlineData("2025-10-06", "2026-01-15")]                  // 101 days
    [InlineData("2026-01-02T10:00", "2026-01-15")]            // minutes that are gone
    public void A_range_that_cannot_be_answered_is_refused(string from, string to) =>
        Assert.Throws<InvalidRequestException>(() => TimeRange.Of(At(from), At(to), Minute, Now));

    [Theory]
    [InlineData("2025-10-07", "2026-01-15", 100)]
    [InlineData("2026-01-08T10:30", "2026-01-15T10:05", 31)]
    public void A_range_costs_at_most_a_hundred_reads(string from, string to, int reads)
    {
        var range = TimeRange.Of(At(from), At(to), Minute, Now);

        Assert.Equal(reads, range.Days().Count() + range.Hours().Count());
    }

    [Theory]
    [InlineData(null, "0001-01-01")]
    [InlineData("0001-01-01", null)]
    [InlineData(null, "9999-12-31T23:59")]
    [InlineData("9999-12-31", null)]
    [InlineData("9999-12-31", "9999-12-31T23:59")]
    public void A_range_that_touches_an_end_of_the_calendar_is_refused(string? from, string? to) =>
        Assert.Throws<InvalidRequestException>(
            () => TimeRange.Of(from is null ? null : At(from), to is null ? null : At(to), Minute, Now));

    [Fact]
    public void Products_are_counted_by_whole_days() =>
        Assert.Throws<InvalidRequestException>(
            () => TimeRange.Of(At("2026-01-15T10:00"), At("2026-01-16"), TimeSpan.FromDays(1), Now));

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
}
