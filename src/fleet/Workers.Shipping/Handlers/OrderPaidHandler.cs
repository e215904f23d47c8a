using Workers.Contracts.Events;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Partners;

namespace Workers.Shipping.Handlers;

/// <summary>Has a paid order shipped, once. Without an address no carrier is asked; nor after its time is over.</summary>
internal sealed class OrderPaidHandler(PartnerEffects effects, ShipmentDesk desk) : IHandle<OrderPaid>
{
    public Task<Outcome> HandleAsync(EventMessage<OrderPaid> message, CancellationToken cancellationToken) =>
        effects.RunAsync(message, new("shipment", message.Detail.OrderId), token => ShipAsync(message.Detail, token), cancellationToken);

    private async Task<EffectResult> ShipAsync(OrderPaid order, CancellationToken cancellationToken)
    {
        var shipment = await desk.ShipAsync(
            new(order.OrderId, order.CustomerId, order.Amount, order.Items, order.ShippingAddress), cancellationToken);
        return EffectResult.Done([], ShipmentEvents.Of(shipment));
    }
}
