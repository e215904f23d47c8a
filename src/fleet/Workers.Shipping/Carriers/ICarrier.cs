using Workers.Contracts.Events;
using Workers.Partners;

namespace Workers.Shipping.Carriers;

/// <summary>
/// Who carries parcels. A request has a key that follows from the order; a repeat under it is answered as the first was, and makes no
/// second shipment.
/// </summary>
internal interface ICarrier
{
    /// <summary>Has a shipment made, or says what became of it when this key was first used.</summary>
    /// <exception cref="PartnerDownException">Nobody knows; ask again later.</exception>
    /// <exception cref="PartnerRefusedException">It can never be asked so.</exception>
    Task<CarrierAnswer> CreateAsync(ShipmentRequest request, CancellationToken cancellationToken);
}

/// <summary>What is to be carried where.</summary>
internal sealed record ShipmentRequest(string OrderId, string ShipmentId, string CustomerId, string Address, IReadOnlyList<OrderItem> Items)
{
    /// <summary>The idempotency key.</summary>
    public string Key { get; init; } = $"{OrderId}/shipment";
}

/// <summary>What a carrier says to a request. A refusal is an answer like any other.</summary>
internal abstract record CarrierAnswer
{
    private CarrierAnswer()
    {
    }

    /// <summary>Yes.</summary>
    /// <param name="Carrier">Who carries it.</param>
    /// <param name="TrackingNumber">What the customer follows it by; an id.</param>
    internal sealed record Created(string Carrier, string TrackingNumber) : CarrierAnswer;

    /// <summary>No, such as to an address that does not exist.</summary>
    /// <param name="Reason">Why, in words.</param>
    internal sealed record Refused(string Reason) : CarrierAnswer;
}
