using System.Globalization;

namespace LocalAws.EventBridge.Schedules;

/// <summary>The days that a cron expression's two fields for days describe: one of them is <c>?</c>, always.</summary>
internal static class CronDay
{
    private const string Any = "?";

    /// <summary>Tells of a date whether it is one of the days; null when the fields are none.</summary>
    public static Func<DateOnly, bool>? TryParse(string ofMonth, string ofWeek) => (ofMonth, ofWeek) switch
    {
        (Any, Any) => null,
        (Any, _) => OfWeek(ofWeek.ToUpperInvariant()),
        (_, Any) => OfMonth(ofMonth.ToUpperInvariant()),
        _ => null,
    };

    private static Func<DateOnly, bool>? OfMonth(string text)
    {
        switch (text)
        {
            case "L":
                return date => date.Day == DaysInMonth(date);
            case "LW" or "WL":
                return date => date.Day == NearestWeekday(date, DaysInMonth(date));
            case [.. var day, 'W']:
                return CronField.DaysOfMonth.ParseNumber(day) is { } number
                    ? date => number <= DaysInMonth(date) && date.Day == NearestWeekday(date, number)
                    : null;
            default:
                return CronField.DaysOfMonth.Parse(text) is { } days ? date => days.Contains(date.Day) : null;
        }
    }

    private static Func<DateOnly, bool>? OfWeek(string text)
    {
        switch (text)
        {
            case "L":
                return date => date.DayOfWeek == DayOfWeek.Saturday;
            case [.. var day, 'L']:
                return CronField.DaysOfWeek.ParseNumber(day) is { } last
                    ? date => Number(date) == last && date.Day + 7 > DaysInMonth(date)
                    : null;
            default:
                return text.Split('#') switch
                {
                    [var list] when CronField.DaysOfWeek.Parse(list) is { } days => date => days.Contains(Number(date)),
                    [var day, var instance]
                        when CronField.DaysOfWeek.ParseNumber(day) is { } number
                            && int.TryParse(instance, NumberStyles.None, CultureInfo.InvariantCulture, out var nth)
                            && nth is >= 1 and <= 5 =>
                        date => Number(date) == number && (date.Day + 6) / 7 == nth,
                    _ => null,
                };
        }
    }

    // Sunday is 1.
    private static int Number(DateOnly date) => (int)date.DayOfWeek + 1;

    private static int DaysInMonth(DateOnly date) => DateTime.DaysInMonth(date.Year, date.Month);

    // The weekday closest to a day, in the same month.
    private static int NearestWeekday(DateOnly month, int day) => new DateOnly(month.Year, month.Month, day).DayOfWeek switch
    {
        DayOfWeek.Saturday => day == 1 ? 3 : day - 1,
        DayOfWeek.Sunday => day == DaysInMonth(month) ? day - 2 : day + 1,
        _ => day,
    };
}
