using System.Globalization;

namespace Workers.AuditTrail;

/// <summary>The names of chains: the UTC day of recording and the shard, for example <c>2026-11-30#07</c>.</summary>
public static class ChainName
{
    private const int LeastDaysKept = 30;

    /// <summary>The most shards of a day.</summary>
    public const int MostShards = 100;

    /// <summary>The chain of a day and a shard.</summary>
    public static string Of(DateOnly day, int shard) => string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(day)}{shard:00}");

    /// <summary>Before this no chain of a day expires, whatever the settings: 30 days after the day's end. Null for a name that is none.</summary>
    public static DateTimeOffset? EarliestExpiryOf(string chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return DateOnly.TryParseExact(chain.Split('#')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day < DateOnly.MaxValue.AddDays(-LeastDaysKept)
            ? new(day.AddDays(1 + LeastDaysKept).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            : null;
    }

    /// <summary>What the names of a day's chains begin with.</summary>
    public static string PrefixOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}#");
}
