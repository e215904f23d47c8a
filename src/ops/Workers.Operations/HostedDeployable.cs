using Microsoft.AspNetCore.Builder;
using Workers.Analytics;
using Workers.Audit;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Customers;
using Workers.Inventory;
using Workers.Notification;
using Workers.Orders;
using Workers.Payments;
using Workers.Producer;
using Workers.Shipping;
using Workers.Support;
using Workers.Workflow;

namespace Workers.Operations;

/// <summary>
/// How a deployable is put into a host: by the very methods that its own executable calls. Local, rehearsals, the specs and the proof build their
/// hosts from this one list.
/// </summary>
/// <param name="Name">The deployable's name in the topology.</param>
/// <param name="Add">Adds it to a host.</param>
/// <param name="Map">Maps its routes; null for one that has none.</param>
internal sealed record HostedDeployable(string Name, Action<WebApplicationBuilder> Add, Action<WebApplication>? Map = null)
{
    /// <summary>The name of the one that has the API.</summary>
    public const string Producer = "producer";

    /// <summary>Every deployable of the topology.</summary>
    public static IReadOnlyList<HostedDeployable> All { get; } =
    [
        new("inventory", builder => builder.AddInventoryWorker()),
        new("notification", builder => builder.AddNotificationWorker()),
        new("orders", builder => builder.AddOrdersWorker()),
        new("payments", builder => builder.AddPaymentsWorker()),
        new("shipping", builder => builder.AddShippingWorker()),
        new("analytics", builder => builder.AddAnalyticsWorker()),
        new("audit", builder => builder.AddAuditWorker()),
        new("customers", builder => builder.AddCustomersWorker()),
        new("support", builder => builder.AddSupportWorker()),
        new("workflow", builder => builder.AddWorkflowWorker()),
        new(Producer, builder => builder.AddProducer(), host => host.MapProducer()),
    ];

    /// <summary>What the topology says of it.</summary>
    /// <exception cref="InvalidOperationException">The topology does not know it.</exception>
    public Deployable Deployable { get; } = Topology.Deployables.FirstOrDefault(deployable => deployable.Name == Name)
        ?? throw new InvalidOperationException($"{nameof(HostedDeployable)} hosts {Name}, which is not among Topology.Deployables.");

    /// <summary>Builds a host of it.</summary>
    public WebApplication Build(WebApplicationBuilder builder)
    {
        Add(builder);
        var host = builder.Build();
        Map?.Invoke(host);
        return host;
    }
}
