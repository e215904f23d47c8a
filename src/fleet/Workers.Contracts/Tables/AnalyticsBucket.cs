using System.Globalization;

namespace Workers.Contracts.Tables;

/// <summary>
/// How the <c>analytics</c> table is keyed, for the worker that writes it and the API that reads it. A <c>bucket</c> is a day, the
/// products of a day, or an hour, whose rows are minutes: an hour of minutes is read by one query.
/// </summary>
public static class AnalyticsBucket
{
    /// <summary>How long minutes are kept. Days are kept for ever.</summary>
    public static TimeSpan MinutesLife { get; } = TimeSpan.FromDays(7);

    /// <summary>The bucket of a day's totals, for example <c>2026-01-15</c>.</summary>
    public static string OfDay(DateTimeOffset time) => Format(time, "yyyy-MM-dd");

    /// <summary>The bucket of a day's products, for example <c>2026-01-15/products</c>.</summary>
    public static string OfProducts(DateTimeOffset time) => Format(time, "yyyy-MM-dd'/products'");

    /// <summary>The bucket of what visitors did in a day, for example <c>2026-01-15/behaviour</c>: producers name the types in it.</summary>
    public static string OfBehaviour(DateTimeOffset time) => Format(time, "yyyy-MM-dd'/behaviour'");

    /// <summary>The bucket of an hour's minutes, for example <c>2026-01-15T10</c>.</summary>
    public static string OfHour(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T'HH");

    /// <summary>The start of a minute's metrics in its hour's bucket, for example <c>05/</c>.</summary>
    public static string MinutePrefix(DateTimeOffset time) => Format(time, "mm'/'");

    /// <summary>What sorts right after every metric of a minute in its hour's bucket.</summary>
    public static string AfterMinute(DateTimeOffset time) => Format(time, "mm'0'");   // '0' is the character after '/'

    /// <summary>A sort key of an hour's bucket without its minute.</summary>
    public static string WithoutMinute(string sortKey) => sortKey[(sortKey.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The sort key of one shard of a counter: <c>metric#shard</c>.</summary>
    public static string Shard(string metric, int shard) => string.Create(CultureInfo.InvariantCulture, $"{metric}#{shard}");

    /// <summary>The counter that a shard belongs to.</summary>
    public static string MetricOf(string shard) => shard[..shard.LastIndexOf('#')];

    private static string Format(DateTimeOffset time, string pattern) =>
        time.UtcDateTime.ToString(pattern, CultureInfo.InvariantCulture);
}
