using System.Globalization;
using Workers.Effects.Decisions;

namespace Workers.Effects.Beats;

/// <summary>What is asked of every instance that consumes a queue, and who asked last.</summary>
/// <param name="IsPaused">Whether no receive is to be begun.</param>
/// <param name="MaxInFlight">How many messages an instance may handle at once, where less than its option says; null asks for nothing.</param>
/// <param name="By">Who asked last; null where nobody ever did.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="At">When.</param>
public sealed record Steering(
    bool IsPaused = false, int? MaxInFlight = null, string? By = null, string? Reason = null, DateTimeOffset? At = null)
{
    internal const string IsPausedColumn = "isPaused";
    internal const string MaxInFlightColumn = "maxInFlight";
    internal const string ByColumn = "by";
    internal const string ReasonColumn = "reason";
    internal const string AtColumn = "at";

    /// <summary>Reads a row, which somebody may have written by hand: what is no number asks for nothing.</summary>
    internal static Steering Of(Item row) => new(
        row.Attributes.GetValueOrDefault(IsPausedColumn)?.BOOL is true,
        int.TryParse(row.Attributes.GetValueOrDefault(MaxInFlightColumn)?.N, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            && most > 0 ? most : null,
        row.Text(ByColumn),
        row.Text(ReasonColumn),
        DateTimeOffset.TryParse(row.Text(AtColumn), CultureInfo.InvariantCulture, out var at) ? at : null);
}
