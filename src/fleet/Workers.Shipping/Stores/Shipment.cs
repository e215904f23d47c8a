using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Shipping.Carriers;
using Columns = Workers.Contracts.Tables.ShipmentColumns;

namespace Workers.Shipping.Stores;

/// <summary>
/// An order's shipment, as its row of the <c>shipments</c> table says. The row keeps all that the carrier was asked, to ask it again.
/// </summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="State">What became of it.</param>
/// <param name="StartedAt">When the row came to be.</param>
internal sealed record Shipment(string OrderId, string CustomerId, ShipmentState State, DateTimeOffset StartedAt)
{
    /// <summary>The shipment's own id, which follows from the order.</summary>
    public string ShipmentId { get; } = DerivedId.OfShipment(OrderId);

    /// <summary>Where to, where that is known.</summary>
    public string? Address { get; init; }

    /// <summary>The units; none of a Void one.</summary>
    public IReadOnlyList<OrderItem> Items { get; init; } = [];

    /// <summary>What the order was charged; null of a Void one.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Who carries it, once somebody does.</summary>
    public string? Carrier { get; init; }

    /// <summary>What the customer follows it by, as long.</summary>
    public string? TrackingNumber { get; init; }

    /// <summary>Why nobody carries it, where that is so.</summary>
    public string? Reason { get; init; }

    /// <summary>When the carrier answered, or when it was clear that none is asked.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>What the carrier is asked, the same at every try.</summary>
    public ShipmentRequest ToRequest() => new(OrderId, ShipmentId, CustomerId, Address ?? "", Items);

    /// <summary>Reads a row.</summary>
    public static Shipment Find(Item row) =>
        new(
            row.Text(Columns.OrderId)!,
            row.Text(Columns.CustomerId)!,
            Enum.Parse<ShipmentState>(row.Text(Columns.State)!),
            row.Time(Columns.StartedAt)!.Value)
        {
            Address = row.Text(Columns.Address),
            Items =
            [
                .. row.List(Columns.Items).Select(line =>
                    new OrderItem(line.Text(Columns.LineProductId)!, (int)line.Number(Columns.LineQuantity)!.Value)),
            ],
            Amount = row.Number(Columns.Amount),
            Carrier = row.Text(Columns.Carrier),
            TrackingNumber = row.Text(Columns.TrackingNumber),
            Reason = row.Text(Columns.Reason),
            SettledAt = row.Time(Columns.SettledAt),
        };

    /// <summary>The row of a shipment that is new.</summary>
    public Insert Create() => Write.Insert(
        new(Topology.ShipmentsTable, Columns.ShipmentId, ShipmentId),
        Item.Empty
            .With(Columns.OrderId, OrderId)
            .With(Columns.CustomerId, CustomerId)
            .With(Columns.State, State.ToString())
            .With(Columns.StartedAt, StartedAt)
            .With(Columns.Address, Address)
            .With(Columns.Items, [.. Items.Select(line => Item.Empty
                .With(Columns.LineProductId, line.ProductId)
                .With(Columns.LineQuantity, line.Quantity))])
            .With(Columns.Amount, Amount)
            .With(Columns.Reason, Reason)
            .With(Columns.SettledAt, SettledAt));
}
