using Microsoft.AspNetCore.Builder;
using Workers.Contracts;

namespace Workers.Benchmarks.Effects;

/// <summary>What lies in a deep queue, and who takes it.</summary>
/// <param name="Name">As figures call it.</param>
/// <param name="Queue">The unprefixed name of the queue.</param>
/// <param name="Products">The products that are in stock; none where the worker keeps none.</param>
/// <param name="Bodies">Makes so many messages' bodies.</param>
/// <param name="AddWorker">Adds an approach's worker.</param>
internal sealed record Workload(
    string Name,
    string Queue,
    IReadOnlyList<string> Products,
    Func<int, IEnumerable<string>> Bodies,
    Action<Approach, WebApplicationBuilder> AddWorker)
{
    private const int Spread = 1000;

    /// <summary>Orders of three of a thousand products.</summary>
    public static Workload SpreadOrders { get; } = Orders("orders spread over 1,000 products", Spread, linesPerOrder: 3);

    /// <summary>Orders of one product, all of the same.</summary>
    public static Workload HotOrders { get; } = Orders("orders of one product", products: 1, linesPerOrder: 1);

    /// <summary>Orders, reservations and notifications in equal parts.</summary>
    public static Workload Analytics { get; } = new(
        "analytics events",
        Topology.AnalyticsQueue,
        [],
        messages => new EventBodies(ProductIds(Spread), 3).Mixed(messages),
        (_, builder) => Approach.AddAnalyticsWorker(builder));

    private static Workload Orders(string name, int products, int linesPerOrder) => new(
        name,
        Topology.InventoryQueue,
        ProductIds(products),
        messages => new EventBodies(ProductIds(products), linesPerOrder).Orders(messages),
        (approach, builder) => approach.AddInventoryWorker(builder));

    private static string[] ProductIds(int count) => [.. Enumerable.Range(0, count).Select(number => $"PRODUCT-{number:000}")];
}
