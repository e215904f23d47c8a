using Microsoft.AspNetCore.Builder;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Defaults;
using Workers.Effects;
using Workers.Engine;
using Workers.Engine.Handling;

namespace Workers.BrowserTests;

/// <summary>
/// A payments worker whose handler of reservations throws until somebody mends it. It tells of itself as every worker does.
/// </summary>
internal sealed class BrokenWorker : IHandle<InventoryReserved>
{
    private volatile bool _isMended;

    public static Dictionary<string, string?> Settings => new()
    {
        ["Workers:Payments:WaitTime"] = "00:00:01",
        ["Workers:Payments:MaxAttempts"] = "1",
        ["Workers:Beat:Interval"] = "00:00:01",
        ["Workers:Beat:RowLife"] = "00:02:00",
    };

    public void Mend() => _isMended = true;

    public void AddTo(WebApplicationBuilder builder)
    {
        builder.AddWorkerDefaults("payments", Topology.SettingsSections);
        builder.AddBeat("payments", Topology.FleetTable, "Workers:Beat");
        builder.Services.AddContracts();
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.AddQueueConsumer("Payments", Topology.PaymentsQueue, "Workers:Payments")
            .Handles<InventoryReserved>("InventoryReservedHandler", _ => this);
    }

    public Task<Outcome> HandleAsync(EventMessage<InventoryReserved> message, CancellationToken cancellationToken) => _isMended
        ? Task.FromResult(Outcome.Done)
        : throw new InvalidOperationException("The table of prices has no row 'EUR'");
}
