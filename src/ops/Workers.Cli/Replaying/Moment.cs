using System.CommandLine;
using System.Globalization;
using Workers.Cli.Timing;

namespace Workers.Cli.Replaying;

/// <summary>A point in time as operators write it: an ISO 8601 time, in UTC unless it says otherwise, or how long ago.</summary>
internal static class Moment
{
    // No other form: 01/02/2026 is two days, and a bare number could be an hour, a day or a year.
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    public static Option<string?> Option(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "2026-01-15T10:00:00Z|2h" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && Parse(text, DateTimeOffset.UnixEpoch.AddYears(100)) is null)
            {
                result.AddError($"{name} {text} is no time: write it as 2026-01-15T10:00:00Z, or as 2h for two hours ago.");
            }
        });
        return option;
    }

    /// <summary>Whole seconds, as EventBridge counts; null for what is no time, and for times before 1970.</summary>
    public static DateTimeOffset? Parse(string text, DateTimeOffset now)
    {
        if (Duration.Parse(text) is { } ago)
        {
            return Seconds(now - ago);
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, Utc, out var time) && time >= DateTimeOffset.UnixEpoch
            ? Seconds(time)
            : null;
    }

    private static DateTimeOffset Seconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
