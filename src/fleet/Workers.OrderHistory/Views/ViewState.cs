using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Columns = Workers.Contracts.Tables.ViewColumns;

namespace Workers.OrderHistory.Views;

/// <summary>A row of the <c>views</c> table. A view that nobody has rebuilt has no row; its generation a is read.</summary>
/// <param name="Active">The generation that is read.</param>
/// <param name="Building">The rebuild that fills the other one; null where none does.</param>
/// <param name="ChangedAt">When a rebuild last began or ended; null where there was none.</param>
public sealed record ViewState(string Active, string? Building = null, DateTimeOffset? ChangedAt = null)
{
    private const string A = "a";
    private const string B = "b";

    /// <summary>The two generations that a view's rows can be of.</summary>
    public static IReadOnlyList<string> Generations { get; } = [A, B];

    /// <summary>The generation that is not read.</summary>
    public string Other => Active == A ? B : A;

    /// <summary>The generations that an event is written to.</summary>
    public IReadOnlyList<string> Targets => Building is null ? [Active] : [Active, Other];

    /// <summary>Reads a row; null or empty where there is none.</summary>
    public static ViewState Read(IReadOnlyDictionary<string, AttributeValue>? row) => new(
        row?.GetValueOrDefault(Columns.Active)?.S ?? A,
        row?.GetValueOrDefault(Columns.Building)?.S,
        row?.GetValueOrDefault(Columns.ChangedAt)?.S is { } changedAt ? DateTimeOffset.Parse(changedAt, CultureInfo.InvariantCulture) : null);
}
