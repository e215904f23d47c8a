using System.CommandLine;
using System.Globalization;

namespace Workers.Cli.Timing;

/// <summary>Spans of time as operators write them: <c>500ms</c>, <c>90s</c>, <c>15m</c>, <c>4h</c>, <c>35d</c>.</summary>
internal static class Duration
{
    private static readonly (string Suffix, TimeSpan Unit)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),   // before the units that its letters are
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
        ("d", TimeSpan.FromDays(1)),
    ];

    /// <summary>An option whose value is within a range, both ends included. A bare number is refused: nobody could say of what.</summary>
    public static Option<TimeSpan?> Option(string name, string description, TimeSpan least, TimeSpan most) => new(name)
    {
        Description = $"{description} From {Exactly(least)} to {Exactly(most)}.",
        HelpName = "10s|5m|2h|3d",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Parse(text) is { } duration && duration >= least && duration <= most)
            {
                return duration;
            }

            result.AddError(IsNumber(text)
                ? $"{name} {text} has no unit: write {text}s for seconds, {text}m for minutes or {text}h for hours."
                : $"{name} {text} must be a span of time from {Exactly(least)} to {Exactly(most)}, written as 500ms, 90s, 15m, 4h or 35d.");
            return null;
        },
    };

    /// <summary>Null for what is no span of time, or none at all.</summary>
    public static TimeSpan? Parse(string text)
    {
        var (suffix, unit) = Units.FirstOrDefault(unit => text.EndsWith(unit.Suffix, StringComparison.Ordinal));
        return suffix is not null
            && decimal.TryParse(text[..^suffix.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            && count > 0
            && count <= 10_000 / (decimal)unit.TotalDays
            ? unit * (double)count
            : null;
    }

    /// <summary>The two largest units that say something: <c>4s</c>, <c>3m 20s</c>, <c>2d 4h</c>.</summary>
    public static string Words(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, span.TotalMilliseconds):0}ms"),
        { TotalMinutes: < 1 } => $"{span.Seconds}s",
        { TotalHours: < 1 } => $"{span.Minutes}m {span.Seconds}s",
        { TotalDays: < 1 } => $"{span.Hours}h {span.Minutes}m",
        _ => $"{(int)span.TotalDays}d {span.Hours}h",
    };

    // As it would be written on the command line, in the largest unit that it is a whole number of.
    private static string Exactly(TimeSpan span)
    {
        var (suffix, unit) = Units.Reverse().First(unit => span.Ticks % unit.Unit.Ticks == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{span.Ticks / unit.Ticks}{suffix}");
    }

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _);
}
