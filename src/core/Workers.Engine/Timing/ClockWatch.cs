using System.Globalization;
using Amazon.Runtime;
using Amazon.SQS;
using Microsoft.Extensions.Logging;
using Workers.Engine.Hosting;

namespace Workers.Engine.Timing;

/// <summary>
/// Compares this machine's clock with SQS's, whose responses say the time in whole seconds. One response may have been on its way for long,
/// so several in a row must agree.
/// </summary>
internal sealed partial class ClockWatch(TimeSpan tolerance, TimeProvider time, ILogger logger)
{
    private const int Agreeing = 3;
    private static readonly TimeSpan Resolution = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly ILogger _logger = logger;
    private TimeSpan? _nearest;
    private int _beyond;
    private long? _warnedAt;

    /// <summary>Looks at each response to this client from now on. A client of another make tells nothing.</summary>
    public void Watch(IAmazonSQS client)
    {
        if (client is AmazonServiceClient sdk)
        {
            sdk.AfterResponseEvent += (_, response) =>
            {
                if (response is WebServiceResponseEventArgs { ResponseHeaders: { } headers } && headers.TryGetValue("Date", out var date))
                {
                    Responded(date);
                }
            };
        }
    }

    /// <summary>A response came in.</summary>
    /// <param name="date">What it says the time is.</param>
    public void Responded(string? date)
    {
        if (!DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var theirs))
        {
            return;
        }

        lock (_lock)
        {
            var skew = SkewOf(time.GetUtcNow(), theirs);
            _nearest = _nearest is { } nearest && nearest.Duration() < skew.Duration() ? nearest : skew;
            _beyond = skew.Duration() > tolerance ? _beyond + 1 : 0;
            if (_beyond >= Agreeing && (_warnedAt is not { } warned || time.GetElapsedTime(warned) >= BetweenWarnings))
            {
                _warnedAt = time.GetTimestamp();
                LogSkewed(skew.Duration(), skew > TimeSpan.Zero ? "ahead of" : "behind", tolerance);
            }
        }
    }

    /// <summary>Returns where the responses until now agree with this machine's clock, or said nothing.</summary>
    /// <exception cref="QueueNotUsableException">None does.</exception>
    public void EnsureInTime()
    {
        lock (_lock)
        {
            if (_nearest is { } skew && skew.Duration() > tolerance)
            {
                throw new QueueNotUsableException(
                    $"This machine's clock is {skew.Duration():c} {(skew > TimeSpan.Zero ? "ahead of" : "behind")} SQS's; ClockTolerance is "
                    + $"{tolerance:c}. Claims of workers alive would be taken over, or markers be born expired: set the clock, by NTP for example.");
            }
        }
    }

    // A whole second stands for all of it: within, nothing is known to be off.
    private static TimeSpan SkewOf(DateTimeOffset ours, DateTimeOffset theirs) =>
        ours < theirs ? ours - theirs
        : ours > theirs + Resolution ? ours - theirs - Resolution
        : TimeSpan.Zero;

    [LoggerMessage(
        LogLevel.Warning,
        "This machine's clock is {Skew} {Direction} SQS's, and may be {Tolerance} off: claims of workers alive may be taken over, and the next "
        + "start fails. Set the clock")]
    private partial void LogSkewed(TimeSpan skew, string direction, TimeSpan tolerance);
}
