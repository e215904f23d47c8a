using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Columns = Workers.Contracts.Tables.ShipmentColumns;

namespace Workers.Shipping.Stores;

/// <summary>
/// The <c>shipments</c> table. Each method makes one step, on condition that the row is where the step begins, and returns the shipment as
/// the row then says: where somebody else was first, as they left it.
/// </summary>
internal sealed class ShipmentRows(IConditionalWrites writes, ShippingMetrics metrics, TimeProvider time)
{
    private const string NoAddress = "no address was given";
    private const string TooLate = "its time is over";

    /// <summary>Notes that a carrier is going to be asked, or that there is no address to ask about; unless the order has a row.</summary>
    public Task<Shipment> BeginAsync(ShipmentRequested request, CancellationToken cancellationToken)
    {
        var shipment = new Shipment(request.OrderId, request.CustomerId, ShipmentState.Requesting, time.GetUtcNow())
        {
            Items = request.Items,
            Amount = request.Amount,
        };
        return InsertAsync(
            string.IsNullOrWhiteSpace(request.ShippingAddress)
                ? shipment with { State = ShipmentState.Refused, Reason = NoAddress, SettledAt = shipment.StartedAt }
                : shipment with { Address = request.ShippingAddress },
            cancellationToken);
    }

    /// <summary>Notes that no carrier is ever going to be asked, unless the order has a row.</summary>
    public Task<Shipment> VoidAsync(ShipmentOverdue overdue, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return InsertAsync(
            new Shipment(overdue.OrderId, overdue.CustomerId, ShipmentState.Void, now) { Reason = TooLate, SettledAt = now },
            cancellationToken);
    }

    /// <summary>Requesting to Created: a carrier has taken it.</summary>
    public Task<Shipment> CreatedAsync(Shipment requesting, string carrier, string trackingNumber, CancellationToken cancellationToken) =>
        MoveAsync(
            requesting,
            requesting with
            {
                State = ShipmentState.Created,
                Carrier = carrier,
                TrackingNumber = trackingNumber,
                SettledAt = time.GetUtcNow(),
            },
            cancellationToken);

    /// <summary>Requesting to Refused: the carrier will not take it.</summary>
    public Task<Shipment> RefusedAsync(Shipment requesting, string reason, CancellationToken cancellationToken) =>
        MoveAsync(
            requesting,
            requesting with { State = ShipmentState.Refused, Reason = reason, SettledAt = time.GetUtcNow() },
            cancellationToken);

    private async Task<Shipment> InsertAsync(Shipment shipment, CancellationToken cancellationToken) =>
        After(await writes.TryWriteAsync([shipment.Create()], cancellationToken), shipment);

    private async Task<Shipment> MoveAsync(Shipment from, Shipment to, CancellationToken cancellationToken)
    {
        var step = Write.Update(new(Topology.ShipmentsTable, Columns.ShipmentId, from.ShipmentId))
            .When(Condition.Is(Columns.State, from.State.ToString()))
            .Set(Columns.State, to.State.ToString())
            .Set(Columns.Carrier, to.Carrier)
            .Set(Columns.TrackingNumber, to.TrackingNumber)
            .Set(Columns.Reason, to.Reason)
            .Set(Columns.SettledAt, to.SettledAt);
        return After(await writes.TryWriteAsync([step], cancellationToken), to);
    }

    private Shipment After(WriteResult result, Shipment written)
    {
        if (result.IsWritten)
        {
            metrics.Became(written.State);
            return written;
        }

        return result.Existing is { } row
            ? Shipment.Find(row)
            : throw new InvalidOperationException($"The shipment of order {written.OrderId} is gone: somebody deleted its row meanwhile.");
    }
}
