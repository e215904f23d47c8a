using Workers.Contracts.Tables;

namespace Workers.Producer.Analytics;

/// <summary>What visitors did in a range of days. Counts trail what happened by the moments that the analytics worker needs.</summary>
/// <param name="From">The first instant in it.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Total">All of it.</param>
/// <param name="Days">Each day of it.</param>
internal sealed record Conversions(DateTimeOffset From, DateTimeOffset To, Conversions.Figures Total, IReadOnlyList<Conversions.Day> Days)
{
    private const int MostTypes = 100;
    private const int RateDecimals = 4;

    public static Conversions Of(TimeRange range, IReadOnlyList<(DateTimeOffset Day, IReadOnlyDictionary<string, Total> Totals)> days) =>
        new(
            range.From,
            range.To,
            FiguresOf(days
                .SelectMany(day => day.Totals)
                .GroupBy(total => total.Key)
                .ToDictionary(total => total.Key, total => total.Aggregate(default(Total), (sum, day) => sum + day.Value))),
            [.. days.Select(day => new Day(AnalyticsBucket.OfDay(day.Day), FiguresOf(day.Totals)))]);

    private static Figures FiguresOf(IReadOnlyDictionary<string, Total> totals)
    {
        long Count(string metric) => (long)totals.GetValueOrDefault(metric).Count;

        var types = StartingWith(BehaviourMetric.TypePrefix, totals, total => (long)total.Count);
        var (sessions, converted) = (Count(BehaviourMetric.Sessions), Count(BehaviourMetric.ConvertedSessions));
        return new(
            types.Values.Sum(),
            types.OrderByDescending(type => type.Value).ThenBy(type => type.Key, StringComparer.Ordinal).Take(MostTypes).ToDictionary(),
            sessions,
            StartingWith(BehaviourMetric.ReachedPrefix, totals, total => (long)total.Count),
            converted,
            sessions == 0 ? 0 : decimal.Round((decimal)converted / sessions, RateDecimals),
            Count(BehaviourMetric.Purchases),
            StartingWith(BehaviourMetric.PurchaseValuePrefix, totals, total => total.Sum),
            Count(BehaviourMetric.Conversions),
            StartingWith(BehaviourMetric.ConversionValuePrefix, totals, total => total.Sum),
            StartingWith(BehaviourMetric.UnratedPrefix, totals, total => (long)total.Count));
    }

    private static Dictionary<string, T> StartingWith<T>(string prefix, IReadOnlyDictionary<string, Total> totals, Func<Total, T> figure) => totals
        .Where(total => total.Key.StartsWith(prefix, StringComparison.Ordinal))
        .OrderBy(total => total.Key, StringComparer.Ordinal)
        .ToDictionary(total => total.Key[prefix.Length..], total => figure(total.Value));

    /// <summary>One day.</summary>
    /// <param name="Date">In UTC, as 2026-01-15.</param>
    /// <param name="Figures">What visitors did.</param>
    internal sealed record Day(string Date, Figures Figures);

    /// <summary>What visitors did.</summary>
    /// <param name="Events">Events of all types.</param>
    /// <param name="Types">Events by type: the 100 types that have most.</param>
    /// <param name="Sessions">Sessions that began.</param>
    /// <param name="Reached">Of them, those that reached a step of the funnel, by step: View, Click, Purchase.</param>
    /// <param name="ConvertedSessions">Of them, those with a purchase soon after a view or a click.</param>
    /// <param name="Rate">The share of them: from 0 to 1, to four decimals.</param>
    /// <param name="Purchases">Purchases.</param>
    /// <param name="PurchaseValue">What they were worth, by the house's currency at the time.</param>
    /// <param name="Conversions">Purchases that came soon after a view or a click of their session.</param>
    /// <param name="ConversionValue">What these were worth, by the house's currency at the time.</param>
    /// <param name="Unrated">Purchases in a currency without a rate, which are in no value, by currency.</param>
    internal sealed record Figures(
        long Events,
        IReadOnlyDictionary<string, long> Types,
        long Sessions,
        IReadOnlyDictionary<string, long> Reached,
        long ConvertedSessions,
        decimal Rate,
        long Purchases,
        IReadOnlyDictionary<string, decimal> PurchaseValue,
        long Conversions,
        IReadOnlyDictionary<string, decimal> ConversionValue,
        IReadOnlyDictionary<string, long> Unrated);
}
