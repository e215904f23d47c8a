using Microsoft.AspNetCore.Builder;
using Workers.Analytics;
using Workers.Benchmarks.Saga.Textbook;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Inventory;
using Workers.Notification;
using Workers.Orders;
using Workers.Payments;
using Workers.Shipping;

namespace Workers.Benchmarks.Saga;

/// <summary>One way to write the six workers.</summary>
/// <param name="Name">As the table heads its column.</param>
/// <param name="Add">Adds a deployable of the topology to a host.</param>
internal sealed record SagaDesign(string Name, Action<Deployable, WebApplicationBuilder> Add)
{
    private static readonly Dictionary<string, Action<WebApplicationBuilder>> Shipped = new()
    {
        ["inventory"] = builder => builder.AddInventoryWorker(),
        ["orders"] = builder => builder.AddOrdersWorker(),
        ["payments"] = builder => builder.AddPaymentsWorker(),
        ["shipping"] = builder => builder.AddShippingWorker(),
        ["notification"] = builder => builder.AddNotificationWorker(),
        ["analytics"] = builder => builder.AddAnalyticsWorker(),
    };

    /// <summary>What ships.</summary>
    public static SagaDesign Ours { get; } = new("fleet", (worker, builder) => Shipped[worker.Name](builder));

    /// <summary>Get the marker, put one item after the other, publish, put the marker, delete: one message at a time.</summary>
    public static SagaDesign Textbook { get; } = new("textbook", TextbookSaga.Add);

    /// <summary>The workers of either.</summary>
    public static IReadOnlyList<Deployable> Workers { get; } = [.. Topology.Workers];
}
