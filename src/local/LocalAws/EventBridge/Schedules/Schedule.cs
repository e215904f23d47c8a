using System.Globalization;
using System.Text.RegularExpressions;

namespace LocalAws.EventBridge.Schedules;

/// <summary>When a scheduled rule sends its event.</summary>
internal abstract partial record Schedule(string Expression)
{
    /// <summary>Reads <c>rate(…)</c> or <c>cron(…)</c>; null when it is neither.</summary>
    public static Schedule? TryParse(string expression) =>
        Rate().Match(expression) is { Success: true } rate ? ParseRate(expression, rate) : CronSchedule.TryParse(expression);

    /// <summary>The first time after another one; null when there is none any more.</summary>
    public abstract DateTimeOffset? Next(DateTimeOffset after);

    // One is singular and the rest is plural, as on AWS.
    private static RateSchedule? ParseRate(string expression, Match match)
    {
        var unit = match.Groups["unit"].Value;
        if (!int.TryParse(match.Groups["value"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || value == 0
            || (value == 1) == unit.EndsWith('s'))
        {
            return null;
        }

        return new RateSchedule(expression, unit.TrimEnd('s') switch
        {
            "minute" => TimeSpan.FromMinutes(value),
            "hour" => TimeSpan.FromHours(value),
            _ => TimeSpan.FromDays(Math.Min(value, TimeSpan.MaxValue.Days)),
        });
    }

    [GeneratedRegex(@"^rate\((?<value>[0-9]+) (?<unit>minutes?|hours?|days?)\)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Rate();
}

/// <summary>Again and again after the same time, beginning when the rule was put.</summary>
internal sealed record RateSchedule(string Expression, TimeSpan Period) : Schedule(Expression)
{
    public override DateTimeOffset? Next(DateTimeOffset after) => Period < DateTimeOffset.MaxValue - after ? after + Period : null;
}
