using Workers.Contracts;

namespace Workers.OrderHistory.Views;

/// <summary>The views that the orders worker keeps. Each has a table of its own name.</summary>
public static class ViewNames
{
    /// <summary>A customer's orders, newest first.</summary>
    public const string CustomerOrders = Topology.CustomerOrdersTable;

    /// <summary>How many orders came to which stage, by minute and by day.</summary>
    public const string OrderBoard = Topology.OrderBoardTable;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [CustomerOrders, OrderBoard];
}
