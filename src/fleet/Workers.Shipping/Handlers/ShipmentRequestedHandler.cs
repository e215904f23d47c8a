using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Partners;

namespace Workers.Shipping.Handlers;

/// <summary>
/// Has a paid order shipped because the state machine asks, once, and answers every request: an order whose shipment was settled before is
/// told how.
/// </summary>
internal sealed class ShipmentRequestedHandler(PartnerEffects effects, ShipmentDesk desk) : IHandle<ShipmentRequested>
{
    public Task<Outcome> HandleAsync(EventMessage<ShipmentRequested> message, CancellationToken cancellationToken) =>
        effects.RunAsync(message, new("shipment", message.Detail.OrderId), token => AnswerAsync(message.Detail, token), cancellationToken);

    private async Task<EffectResult> AnswerAsync(ShipmentRequested request, CancellationToken cancellationToken)
    {
        var shipment = await desk.ShipAsync(request, cancellationToken);
        return EffectResult.Done([], shipment.CustomerId == request.CustomerId ? ShipmentEvents.Of(shipment) : [OfAnother(request)]);
    }

    private static Emission OfAnother(ShipmentRequested request) =>
        new(new ShippingFailed(request.OrderId, "another order under this id has a shipment", request.CustomerId), request.OrderId);
}
