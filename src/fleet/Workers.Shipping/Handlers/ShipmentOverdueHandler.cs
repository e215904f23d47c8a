using Microsoft.Extensions.Options;
using Workers.Contracts.Events;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Partners;
using Workers.Shipping.Stores;

namespace Workers.Shipping.Handlers;

/// <summary>
/// Answers for an order whose time is over: with the shipment that there is, or with none, for good. Where a request has begun and nobody
/// knows how it ended, it waits, then asks the carrier again under the same key.
/// </summary>
internal sealed class ShipmentOverdueHandler(
    PartnerEffects effects, ShipmentRows rows, ShipmentDesk desk, IOptions<ShippingOptions> options, TimeProvider time)
    : IHandle<ShipmentOverdue>
{
    public Task<Outcome> HandleAsync(EventMessage<ShipmentOverdue> message, CancellationToken cancellationToken) =>
        effects.RunAsync(
            message,
            new("overdue", message.Detail.OrderId) { Name = "shipment" },
            token => AnswerAsync(message.Detail, token),
            cancellationToken);

    private async Task<EffectResult> AnswerAsync(ShipmentOverdue overdue, CancellationToken cancellationToken)
    {
        var shipment = await rows.VoidAsync(overdue, cancellationToken);
        if (shipment.State == ShipmentState.Requesting)
        {
            if (shipment.StartedAt + options.Value.RequestPatience - time.GetUtcNow() is var left && left > TimeSpan.Zero)
            {
                return EffectResult.Retry(left);
            }

            shipment = await desk.CreateAsync(shipment, cancellationToken);
        }

        return EffectResult.Done([], ShipmentEvents.Of(shipment));
    }
}
