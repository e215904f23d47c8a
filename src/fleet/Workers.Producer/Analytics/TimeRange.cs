using Workers.Contracts.Tables;
using Workers.Producer.Http;

namespace Workers.Producer.Analytics;

/// <summary>A half-open range of UTC time.</summary>
/// <param name="From">The first instant in it.</param>
/// <param name="To">The first instant after it.</param>
internal sealed record TimeRange(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Each day, and each hour of a part of a day, is a query: what one call may cost.</summary>
    private const int MostReads = 100;

    // So far from both ends of the calendar that the days before and after a range exist.
    private static readonly DateTimeOffset Earliest = new(2, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="InvalidRequestException">The range is empty, too long, off the grain or the calendar, or its minutes are gone.</exception>
    public static TimeRange Of(DateTimeOffset? from, DateTimeOffset? to, TimeSpan grain, DateTimeOffset now)
    {
        CheckReach(nameof(from), from);
        CheckReach(nameof(to), to);
        var start = from?.ToUniversalTime() ?? StartOfDay(to?.ToUniversalTime().AddTicks(-1) ?? now);
        var end = to?.ToUniversalTime() ?? StartOfDay(start > now ? start : now).AddDays(1);
        CheckGrain(nameof(from), start, grain);
        CheckGrain(nameof(to), end, grain);
        var range = new TimeRange(start, end);
        if (end <= start || range.Days().Concat(range.Hours().Select(part => part.From)).Take(MostReads + 1).Count() > MostReads)
        {
            throw new InvalidRequestException(
                nameof(to), $"must be after from, by at most {MostReads} days; of a part of a day, each hour counts like a day");
        }

        var oldestPart = range.Hours().Select(part => part.From).DefaultIfEmpty(now).Min();
        return oldestPart >= now - AnalyticsBucket.MinutesLife
            ? range
            : throw new InvalidRequestException(nameof(from), "must be the start of a day where it is more than 7 days ago: minutes are kept that long");
    }

    /// <summary>The whole days in the range.</summary>
    public IEnumerable<DateTimeOffset> Days()
    {
        for (var day = FirstWholeDay; day.AddDays(1) <= To; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    /// <summary>The rest of the range, cut where hours end.</summary>
    public IEnumerable<TimeRange> Hours()
    {
        for (var from = From; from < To;)
        {
            if (from == StartOfDay(from) && from.AddDays(1) <= To)
            {
                from = from.AddDays(1);   // a whole day
                continue;
            }

            var nextHour = from.AddTicks(TimeSpan.TicksPerHour - (from.UtcTicks % TimeSpan.TicksPerHour));
            var to = nextHour < To ? nextHour : To;
            yield return new(from, to);
            from = to;
        }
    }

    private DateTimeOffset FirstWholeDay => From == StartOfDay(From) ? From : StartOfDay(From).AddDays(1);

    private static DateTimeOffset StartOfDay(DateTimeOffset time) => new(time.UtcDateTime.Date, TimeSpan.Zero);

    private static void CheckReach(string field, DateTimeOffset? time)
    {
        if (time < Earliest || time >= Latest)
        {
            throw new InvalidRequestException(field, $"must be in the years from {Earliest.Year} to {Latest.Year - 1}");
        }
    }

    private static void CheckGrain(string field, DateTimeOffset time, TimeSpan grain)
    {
        if (time.UtcTicks % grain.Ticks != 0)
        {
            throw new InvalidRequestException(field, $"must be on a whole {(grain == TimeSpan.FromDays(1) ? "day" : "minute")} of UTC");
        }
    }
}
