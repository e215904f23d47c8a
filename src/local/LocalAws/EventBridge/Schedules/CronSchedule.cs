namespace LocalAws.EventBridge.Schedules;

/// <summary>The times that six fields describe, in UTC: minutes, hours, days of the month, months, days of the week, years.</summary>
internal sealed record CronSchedule(string Expression) : Schedule(Expression)
{
    private const string Prefix = "cron(";

    private IReadOnlyList<int> Minutes { get; init; } = [];

    private IReadOnlyList<int> Hours { get; init; } = [];

    private IReadOnlyList<int> Months { get; init; } = [];

    private IReadOnlyList<int> Years { get; init; } = [];

    private Func<DateOnly, bool> IsDay { get; init; } = _ => true;

    /// <summary>Reads <c>cron(…)</c>; null when it is none.</summary>
    public static new CronSchedule? TryParse(string expression)
    {
        if (!expression.StartsWith(Prefix, StringComparison.Ordinal) || !expression.EndsWith(')'))
        {
            return null;
        }

        return expression[Prefix.Length..^1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var minute, var hour, var day, var month, var weekday, var year]
                when CronField.Minutes.Parse(minute) is { } minutes
                    && CronField.Hours.Parse(hour) is { } hours
                    && CronField.Months.Parse(month) is { } months
                    && CronField.Years.Parse(year) is { } years
                    && CronDay.TryParse(day, weekday) is { } isDay =>
                new CronSchedule(expression) { Minutes = minutes, Hours = hours, Months = months, Years = years, IsDay = isDay },
            _ => null,
        };
    }

    public override DateTimeOffset? Next(DateTimeOffset after)
    {
        // Schedules have whole minutes.
        var earliest = after.UtcDateTime.AddTicks(TimeSpan.TicksPerMinute - (after.UtcTicks % TimeSpan.TicksPerMinute));
        var date = DateOnly.FromDateTime(earliest);
        for (var time = TimeOnly.FromDateTime(earliest); NextDay(date) is { } day; date = day.AddDays(1), time = TimeOnly.MinValue)
        {
            if (NextTime(day == date ? time : TimeOnly.MinValue) is { } found)
            {
                return new DateTimeOffset(day.ToDateTime(found), TimeSpan.Zero);
            }
        }

        return null;
    }

    private DateOnly? NextDay(DateOnly from)
    {
        var date = from;
        while (date.Year <= CronField.Years.Last)
        {
            if (!Years.Contains(date.Year))
            {
                date = new DateOnly(date.Year + 1, 1, 1);
            }
            else if (!Months.Contains(date.Month))
            {
                date = new DateOnly(date.Year, date.Month, 1).AddMonths(1);
            }
            else if (!IsDay(date))
            {
                date = date.AddDays(1);
            }
            else
            {
                return date;
            }
        }

        return null;
    }

    private TimeOnly? NextTime(TimeOnly from)
    {
        foreach (var hour in Hours.Where(hour => hour >= from.Hour))
        {
            foreach (var minute in Minutes.Where(minute => hour > from.Hour || minute >= from.Minute))
            {
                return new TimeOnly(hour, minute);
            }
        }

        return null;
    }
}
