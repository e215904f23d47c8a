using Workers.Contracts;
using Workers.Effects;
using Workers.Effects.Decisions;
using Workers.Events;
using Workers.Orders.Views;

namespace Workers.Tests.Orders.Views;

/// <summary>The consumer of the views on tables in memory.</summary>
internal sealed class ViewWorker : IDisposable
{
    public ViewWorker() => Test = new HandlerTest(builder =>
    {
        builder.Services.AddContracts();
        builder.AddEffects(Topology.IdempotencyTable);
        builder.AddOrderViews();
    });

    public HandlerTest Test { get; }

    /// <summary>Every row of a view, one a line: its key, and its other attributes.</summary>
    public string RowsOf(string table) => string.Join('\n', Test.Store.Items
        .Where(item => item.Key.Table == table)
        .Select(item => $"{item.Key.PartitionValue} {item.Key.SortValue}: {Text(item.Key, item.Value)}")
        .Order(StringComparer.Ordinal));

    /// <summary>Both views.</summary>
    public string Rows => RowsOf(Topology.CustomerOrdersTable) + "\n\n" + RowsOf(Topology.OrderBoardTable);

    public ViewWorker Told(params IEnumerable<IEventDetail> events)
    {
        foreach (var told in events)
        {
            Test.Receives(told);
        }

        Test.RunUntilQuiet();
        return this;
    }

    /// <summary>A rebuild of a view has begun to fill generation b.</summary>
    public ViewWorker Rebuilding(string view)
    {
        Test.Store[new(Topology.ViewsTable, "view", view)] = Item.Empty.With("view", view).With("active", "a").With("building", "rebuild-1");
        return this;
    }

    public void Dispose() => Test.Dispose();

    private static string Text(ItemKey key, Item item) => string.Join(' ', item.Attributes
        .Where(attribute => attribute.Key != key.PartitionName && attribute.Key != key.SortName)
        .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
        .Select(attribute => $"{attribute.Key}={attribute.Value.S ?? attribute.Value.N}"));
}
