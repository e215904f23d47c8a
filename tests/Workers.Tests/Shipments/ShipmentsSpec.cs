using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Events;
using Workers.Partners;
using Workers.Shipping;
using Workers.Shipping.Carriers;

namespace Workers.Tests.Shipments;

/// <summary>The shipping worker with one order, on a queue, tables, a bus and a clock in memory.</summary>
public abstract class ShipmentsSpec : IDisposable
{
    protected const string OrderId = "ORD-1";
    protected const string Key = "ORD-1/shipment";

    protected ShipmentsSpec() => Worker = new HandlerTest(builder =>
    {
        builder.AddShipping();
        builder.Services.AddSingleton<IMeterFactory>(Meters);
        builder.Services.AddSingleton<ICarrier>(services => new FakeCarrier(services.GetRequiredService<SimulatedCarrier>()));
    });

    protected static string ShipmentId { get; } = DerivedId.OfShipment(OrderId);

    protected HandlerTest Worker { get; }

    private protected CountingMeters Meters { get; } = new();

    private protected FakeCarrier Carrier => (FakeCarrier)Worker.Services.GetRequiredService<ICarrier>();

    private protected KeyedLedger<ShipmentEntry> Ledger => Worker.Services.GetRequiredService<KeyedLedger<ShipmentEntry>>();

    protected Item? Row => Worker.Store.Items.GetValueOrDefault(RowKey);

    protected string? State => Row?.Text(ShipmentColumns.State);

    /// <summary>What the bus was told, each event once however often it was published.</summary>
    protected IReadOnlyList<IEventDetail> Told =>
        [.. Worker.Published.DistinctBy(told => told.Metadata.EventId).Select(told => told.Detail)];

    protected static OrderPaid Paid(string? address = "1 Main St") => new(
        OrderId,
        "CUST-1",
        110m,
        DerivedId.OfPayment(OrderId),
        [new("LAPTOP", 1, 100m), new("MOUSE", 2)],
        FakeTime.Start,
        FakeTime.Start,
        Version: 4,
        address);

    protected static ShipmentOverdue Overdue { get; } = new(OrderId, "CUST-1", FakeTime.Start, FakeTime.Start, Version: 5);

    public void Dispose()
    {
        Worker.Dispose();
        Meters.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Handles(params IEnumerable<IEventDetail> details)
    {
        foreach (var detail in details)
        {
            Worker.Receives(detail);
            Worker.RunUntilQuiet();
        }
    }

    /// <summary>The row as a worker leaves it that died after the carrier had answered and before it noted so.</summary>
    protected void DiedWhileRequesting(bool isRefused = false)
    {
        Ledger.Book(new(Key, OrderId, ShipmentId, isRefused, Worker.Time.GetUtcNow()));
        Worker.Store[RowKey] = Item.Empty
            .With(ShipmentColumns.ShipmentId, ShipmentId)
            .With(ShipmentColumns.OrderId, OrderId)
            .With(ShipmentColumns.CustomerId, "CUST-1")
            .With(ShipmentColumns.State, "Requesting")
            .With(ShipmentColumns.Address, "1 Main St")
            .With(ShipmentColumns.Items, [Item.Empty.With(ShipmentColumns.LineProductId, "LAPTOP").With(ShipmentColumns.LineQuantity, 1)])
            .With(ShipmentColumns.Amount, 110m)
            .With(ShipmentColumns.StartedAt, Worker.Time.GetUtcNow());
    }

    protected static ItemKey RowKey => new(Topology.ShipmentsTable, ShipmentColumns.ShipmentId, ShipmentId);
}
