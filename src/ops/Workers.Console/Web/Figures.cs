using System.Globalization;

namespace Workers.Console.Web;

/// <summary>Figures as people read them.</summary>
internal static class Figures
{
    public const string Nothing = "–";
    private const int DigitsOfCommit = 7;
    private const int ShortestTime = 18;

    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Count(long? number) => number is { } known ? Count(known) : Nothing;

    public static string Rate(double perSecond) => perSecond switch
    {
        0 => "0",
        < 0.01 => "<0.01",
        < 10 => perSecond.ToString("0.##", CultureInfo.InvariantCulture),
        _ => perSecond.ToString("#,0", CultureInfo.InvariantCulture),
    };

    /// <summary>A build as people compare it: the version, and the beginning of the commit.</summary>
    public static string Build(string build) =>
        build.Trim('/', ' ').Split('+', 2) is [var version, { Length: > DigitsOfCommit } commit]
            ? $"{version}+{commit[..DigitsOfCommit]}"
            : build.Trim('/', ' ');

    /// <summary>A value of a table: a time as <see cref="Moment"/> has it, all else as it is.</summary>
    public static string Value(string text, DateTimeOffset now) =>
        text.Length > ShortestTime && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? Moment(at, now)
            : text;

    public static string Money(decimal amount) => amount.ToString("#,0.00", CultureInfo.InvariantCulture);

    public static string Percent(double? part) =>
        part is { } known
            ? known.ToString("0.#%", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal)
            : Nothing;

    /// <summary>A span in its two largest units, for example <c>2 h 5 min</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMilliseconds: < 1000 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, span.TotalMilliseconds):0} ms"),
        { TotalSeconds: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s"),
        { TotalHours: < 1 } => span.Seconds == 0 ? $"{span.Minutes} min" : $"{span.Minutes} min {span.Seconds} s",
        { TotalDays: < 1 } => $"{span.Hours} h {span.Minutes} min",
        _ => $"{span.Days} d {span.Hours} h",
    };

    public static string Seconds(double? seconds) => seconds is { } known ? Span(TimeSpan.FromSeconds(known)) : Nothing;

    /// <summary>A moment, in UTC: the time alone where it is of the same day.</summary>
    public static string Moment(DateTimeOffset at, DateTimeOffset now)
    {
        var isToday = at.UtcDateTime.Date == now.UtcDateTime.Date;
        return at.UtcDateTime.ToString(isToday ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
