using Workers.Contracts.Tables;

namespace Workers.Cli.Views;

/// <summary>What a rebuild has written on its view's row, so that nobody else rebuilds the view.</summary>
/// <param name="View">The view.</param>
/// <param name="RebuildId">The rebuild.</param>
/// <param name="From">The generation that is read meanwhile.</param>
/// <param name="To">The generation that the rebuild makes.</param>
/// <param name="Attribute">Where on the row the rebuild's id stands: it says how far the rebuild is.</param>
internal sealed record ViewMark(string View, string RebuildId, string From, string To, string Attribute = ViewColumns.Emptying)
{
    /// <summary>The same, once the other generation is empty and events are written to it too.</summary>
    public ViewMark Building() => this with { Attribute = ViewColumns.Building };
}
