using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.OrderHistory.Views;
using Columns = Workers.Contracts.Tables.ViewColumns;

namespace Workers.Orders.Views;

/// <summary>
/// A row of the <c>views</c> table, read with a view's own rows. No condition restates it: a projection that missed the beginning of a
/// rebuild is of an entry that the rebuild finds (decision 42).
/// </summary>
internal static class ViewRow
{
    public static ItemKey Key(string view) => new(Topology.ViewsTable, Columns.View, view);

    public static ViewState Find(Items items, string view) => ViewState.Read(items.Find(Key(view))?.Attributes);
}
