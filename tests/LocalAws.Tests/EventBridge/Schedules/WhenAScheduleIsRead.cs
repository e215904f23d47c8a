using System.Globalization;
using LocalAws.EventBridge.Schedules;

namespace LocalAws.Tests.EventBridge.Schedules;

public sealed class WhenAScheduleIsRead
{
    // A Thursday.
    private static readonly DateTimeOffset Start = Clock.Start;

    [Theory]
    [InlineData("cron(* * * * ? *)", "2026-01-15T10:01", "2026-01-15T10:02")]
    [InlineData("cron(0 10 * * ? *)", "2026-01-16T10:00", "2026-01-17T10:00")]
    [InlineData("cron(15 12 * * ? *)", "2026-01-15T12:15", "2026-01-16T12:15")]
    [InlineData("cron(5,35 14 * * ? *)", "2026-01-15T14:05", "2026-01-15T14:35")]
    [InlineData("cron(0/15 * * * ? *)", "2026-01-15T10:15", "2026-01-15T10:30")]
    [InlineData("cron(*/20 * * * ? *)", "2026-01-15T10:20", "2026-01-15T10:40")]
    [InlineData("cron(1/10 * * * ? *)", "2026-01-15T10:01", "2026-01-15T10:11")]
    [InlineData("cron(0 11-17/3 * * ? *)", "2026-01-15T11:00", "2026-01-15T14:00")]
    [InlineData("cron(0 18 ? * MON-FRI *)", "2026-01-15T18:00", "2026-01-16T18:00")]
    [InlineData("cron(0 9 ? * mon *)", "2026-01-19T09:00", "2026-01-26T09:00")]
    [InlineData("cron(0 9 ? * 1,7 *)", "2026-01-17T09:00", "2026-01-18T09:00")]
    [InlineData("cron(0 9 ? * FRI-SUN *)", "2026-01-16T09:00", "2026-01-17T09:00")]
    [InlineData("cron(0 8 1 * ? *)", "2026-02-01T08:00", "2026-03-01T08:00")]
    [InlineData("cron(0 8 31 * ? *)", "2026-01-31T08:00", "2026-03-31T08:00")]
    [InlineData("cron(0 8 29 2 ? *)", "2028-02-29T08:00", "2032-02-29T08:00")]
    [InlineData("cron(0 0 L * ? *)", "2026-01-31T00:00", "2026-02-28T00:00")]
    [InlineData("cron(0 0 LW * ? *)", "2026-01-30T00:00", "2026-02-27T00:00")]
    [InlineData("cron(0 0 1W * ? *)", "2026-02-02T00:00", "2026-03-02T00:00")]
    [InlineData("cron(0 0 17W * ? *)", "2026-01-16T00:00", "2026-02-17T00:00")]
    [InlineData("cron(0 0 31W * ? *)", "2026-01-30T00:00", "2026-03-31T00:00")]
    [InlineData("cron(0 0 ? * L *)", "2026-01-17T00:00", "2026-01-24T00:00")]
    [InlineData("cron(15 10 ? * 6L *)", "2026-01-30T10:15", "2026-02-27T10:15")]
    [InlineData("cron(0 2 ? * SAT#3 *)", "2026-01-17T02:00", "2026-02-21T02:00")]
    [InlineData("cron(0 2 ? * 5#5 *)", "2026-01-29T02:00", "2026-04-30T02:00")]
    [InlineData("cron(0 0 1 JAN,jul ? *)", "2026-07-01T00:00", "2027-01-01T00:00")]
    [InlineData("cron(0 0 1 1 ? 2030-2040/5)", "2030-01-01T00:00", "2035-01-01T00:00")]
    [InlineData("cron(59 23 31 12 ? 2026)", "2026-12-31T23:59", null)]
    [InlineData("cron(15 10 ? * 6L 2002-2005)", null, null)]
    [InlineData("cron(0 0 30 2 ? *)", null, null)]
    [InlineData("rate(1 minute)", "2026-01-15T10:01", "2026-01-15T10:02")]
    [InlineData("rate(5 minutes)", "2026-01-15T10:05", "2026-01-15T10:10")]
    [InlineData("rate(1 hour)", "2026-01-15T11:00", "2026-01-15T12:00")]
    [InlineData("rate(7 days)", "2026-01-22T10:00", "2026-01-29T10:00")]
    [InlineData("rate(2147483647 days)", null, null)]
    public void It_has_these_times(string expression, string? first, string? second)
    {
        var schedule = Schedule.TryParse(expression)!;

        var next = schedule.Next(Start);

        Assert.Equal((first, second), (Text(next), Text(next is { } time ? schedule.Next(time) : null)));
    }

    [Theory]
    [InlineData("cron(0 10 * * ?)")]
    [InlineData("cron(0 10 * * ? * *)")]
    [InlineData("cron(0 1 * * * *)")]
    [InlineData("cron(0 1 ? * ? *)")]
    [InlineData("cron(? 1 * * ? *)")]
    [InlineData("cron(7 20 * * NOT *)")]
    [InlineData("cron(0 dummy ? * MON-FRI *)")]
    [InlineData("cron(71 8 1 * ? *)")]
    [InlineData("cron(0 24 * * ? *)")]
    [InlineData("cron(0 0 0 * ? *)")]
    [InlineData("cron(0 0 32 * ? *)")]
    [InlineData("cron(0 0 1 13 ? *)")]
    [InlineData("cron(0 0 ? * 0 *)")]
    [InlineData("cron(0 0 ? * 8 *)")]
    [InlineData("cron(0 0 ? * -1 *)")]
    [InlineData("cron(0 0 ? * 3#6 *)")]
    [InlineData("cron(0 0 ? * 3#1,6#3 *)")]
    [InlineData("cron(0 0 ? * 2/2 *)")]
    [InlineData("cron(0 0 1,15W * ? *)")]
    [InlineData("cron(0 0 1 * ? 1969)")]
    [InlineData("cron(0 0 1 * ? 2200)")]
    [InlineData("cron(0/0 * * * ? *)")]
    [InlineData("cron(0/60 * * * ? *)")]
    [InlineData("cron(1- * * * ? *)")]
    [InlineData("cron(1,,2 * * * ? *)")]
    [InlineData("cron(INVALID)")]
    [InlineData("cron()")]
    [InlineData("cron")]
    [InlineData(" cron(0 10 * * ? *)")]
    [InlineData("rate(10 seconds)")]
    [InlineData("rate(10 years)")]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(1 hours)")]
    [InlineData("rate(1 days)")]
    [InlineData("rate(10 minute)")]
    [InlineData("rate(10 hour)")]
    [InlineData("rate(10 day)")]
    [InlineData("rate()")]
    [InlineData("rate(10)")]
    [InlineData("rate(10 minutess)")]
    [InlineData("rate(foo minutes)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(-10 minutes)")]
    [InlineData("rate(10 MINUTES)")]
    [InlineData("rate( 10 minutes )")]
    [InlineData(" rate(10 minutes)")]
    [InlineData("rate(99999999999 minutes)")]
    [InlineData("at(2026-01-16T00:00:00)")]
    public void What_is_none_is_noticed(string expression) => Assert.Null(Schedule.TryParse(expression));

    private static string? Text(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
