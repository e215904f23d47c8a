using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Partners;
using Workers.Payments.Stores;

namespace Workers.Payments.Handlers;

/// <summary>
/// Charges an order whose units are set aside, once. An order that ended meanwhile has a tombstone, and is not charged; nor is one that
/// another company's inventory has reserved, which may speak under our names: then it says no customer, or no amount.
/// </summary>
internal sealed class InventoryReservedHandler(PartnerEffects effects, PaymentRows rows, PaymentDesk desk) : IHandle<InventoryReserved>
{
    public Task<Outcome> HandleAsync(EventMessage<InventoryReserved> message, CancellationToken cancellationToken)
    {
        if (message.Envelope.Name != EventNames.InventoryReserved
            || message.Detail is not { OrderId: var orderId, CustomerId: { } customerId, Amount: { } amount })
        {
            return Task.FromResult(Outcome.Done);
        }

        return effects.RunAsync(
            message,
            new(EffectParts.Charge, orderId),
            token => ChargeAsync(orderId, customerId, amount, message.Metadata.Fulfilment, token),
            cancellationToken);
    }

    private async Task<EffectResult> ChargeAsync(
        string orderId, string customerId, decimal amount, string? fulfilment, CancellationToken cancellationToken)
    {
        var payment = await rows.BeginAsync(orderId, customerId, amount, fulfilment, cancellationToken);
        if (payment.State == PaymentState.Charging)
        {
            payment = await desk.ChargeAsync(payment, cancellationToken);
        }

        return EffectResult.Done([], PaymentEvents.OfCharge(payment));
    }
}
