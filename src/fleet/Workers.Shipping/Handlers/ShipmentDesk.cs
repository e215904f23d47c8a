using System.Diagnostics;
using Workers.Contracts.Events;
using Workers.Partners;
using Workers.Shipping.Carriers;
using Workers.Shipping.Stores;

namespace Workers.Shipping.Handlers;

/// <summary>
/// Asks the carrier and notes its answer. A crash between the two asks once more, under the same key; where somebody else noted an answer
/// meanwhile, theirs stands.
/// </summary>
internal sealed class ShipmentDesk(ICarrier carrier, ShipmentRows rows)
{
    /// <summary>Has an order shipped, unless its shipment is settled.</summary>
    /// <exception cref="PartnerDownException">Not now.</exception>
    /// <exception cref="PartnerRefusedException">Never.</exception>
    public async Task<Shipment> ShipAsync(ShipmentRequested request, CancellationToken cancellationToken)
    {
        var shipment = await rows.BeginAsync(request, cancellationToken);
        return shipment.State == ShipmentState.Requesting ? await CreateAsync(shipment, cancellationToken) : shipment;
    }

    /// <summary>Requesting to Created or Refused.</summary>
    /// <exception cref="PartnerDownException">Not now.</exception>
    /// <exception cref="PartnerRefusedException">Never.</exception>
    public async Task<Shipment> CreateAsync(Shipment requesting, CancellationToken cancellationToken) =>
        await carrier.CreateAsync(requesting.ToRequest(), cancellationToken) switch
        {
            CarrierAnswer.Created yes => await rows.CreatedAsync(requesting, yes.Carrier, yes.TrackingNumber, cancellationToken),
            CarrierAnswer.Refused no => await rows.RefusedAsync(requesting, no.Reason, cancellationToken),
            _ => throw new UnreachableException(),
        };
}
