using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Events;
using Workers.Partners;
using Workers.Payments;
using Workers.Payments.Providers;

namespace Workers.Tests.Payments;

/// <summary>The payments worker with one order, on a queue, tables, a bus and a clock in memory.</summary>
public abstract class PaymentsSpec : IDisposable
{
    protected const string OrderId = "ORD-1";
    protected const string ChargeKey = "ORD-1/charge";
    protected const string RefundKey = "ORD-1/refund";

    protected PaymentsSpec(params KeyValuePair<string, string?>[] settings) => Worker = new HandlerTest(builder =>
    {
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddPayments();
        builder.Services.AddSingleton<IMeterFactory>(Meters);
        builder.Services.AddSingleton<IPaymentProvider>(services => new FakeProvider(services.GetRequiredService<SimulatedProvider>()));
    });

    protected HandlerTest Worker { get; }

    private protected CountingMeters Meters { get; } = new();

    private protected FakeProvider Provider => (FakeProvider)Worker.Services.GetRequiredService<IPaymentProvider>();

    private protected KeyedLedger<LedgerEntry> Ledger => Worker.Services.GetRequiredService<KeyedLedger<LedgerEntry>>();

    /// <summary>What customers paid, less what they got back.</summary>
    protected decimal Balance => Ledger.Entries.Sum(entry => entry.Kind switch
    {
        LedgerKind.Charge => entry.Amount,
        LedgerKind.Refund => -entry.Amount,
        _ => 0m,
    });

    protected string? State => Worker.Store[RowKey]?.Text(PaymentColumns.State);

    /// <summary>What the bus was told, each event once however often it was published.</summary>
    protected IEnumerable<IEventDetail> Told => Worker.Published.DistinctBy(told => told.Metadata.EventId).Select(told => told.Detail);

    protected static InventoryReserved Reserved(string customerId = "CUST-1") =>
        new(OrderId, [new("LAPTOP", 1)], FakeTime.Start, customerId, 110m);

    protected static OrderFailed Failed { get; } =
        new(OrderId, "CUST-1", OrderStage.Shipping, "no carrier", 110m, [], FakeTime.Start, FakeTime.Start, Version: 5);

    protected static OrderCancellationDecided Cancelled { get; } =
        new(OrderId, "CUST-1", 110m, "changed my mind", FakeTime.Start, FakeTime.Start, Version: 3);

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

    /// <summary>The row as a worker leaves it that died after the provider had said yes and before it noted so.</summary>
    protected void DiedWhileCharging()
    {
        Ledger.Book(new(ChargeKey, LedgerKind.Charge, OrderId, 110m, Worker.Time.GetUtcNow()));
        Worker.Store[RowKey] = Item.Empty
            .With(PaymentColumns.OrderId, OrderId)
            .With(PaymentColumns.State, "Charging")
            .With(PaymentColumns.CustomerId, "CUST-1")
            .With(PaymentColumns.Amount, 110m)
            .With(PaymentColumns.StartedAt, Worker.Time.GetUtcNow());
    }

    protected static ItemKey RowKey => new(Topology.PaymentsTable, PaymentColumns.OrderId, OrderId);
}
