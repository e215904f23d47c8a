using Workers.Partners;

namespace Workers.Shipping.Carriers;

/// <summary>What the simulated carrier has booked under one key.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="OrderId">Which order.</param>
/// <param name="ShipmentId">Which shipment.</param>
/// <param name="IsRefused">Whether it was refused: then there is no shipment.</param>
/// <param name="Time">When.</param>
internal sealed record ShipmentEntry(string Key, string OrderId, string ShipmentId, bool IsRefused, DateTimeOffset Time)
    : IKeyedEntry<ShipmentEntry>
{
    /// <summary>How often the key came again.</summary>
    public int Repeats { get; private init; }

    public ShipmentEntry Repeated() => this with { Repeats = Repeats + 1 };
}
