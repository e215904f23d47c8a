using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>
/// Gives an order's stock back because the state machine asks, and always answers. It leaves alone what it was not asked to reserve by the
/// state machine, and what is another customer's: that is undone by what the orders worker decides.
/// </summary>
internal sealed class StockReleaseRequestedHandler : IDecide<StockReleaseRequested>
{
    public IEnumerable<ItemKey> Reads(StockReleaseRequested request) => [Reservation.Key(request.OrderId)];

    public Decision Decide(EventMessage<StockReleaseRequested> message, Items items)
    {
        var request = message.Detail;
        if (message.Metadata.Fulfilment != Fulfilment.Orchestrated)
        {
            return Nothing(request, "the state machine does not lead the order");
        }

        return Reservation.Find(items, request.OrderId) switch
        {
            null => Releasing.Bury(message, request.OrderId, request.CustomerId).Emit(Told(request, "nothing was reserved")),
            var other when !other.IsLedFor(request.CustomerId) => Nothing(request, "what is reserved is another order's"),
            { State: ReservationState.Reserved } held => Releasing.Release(held, message.Delivery.FirstReceivedAt),
            { State: ReservationState.Released } released => Decision.Nothing.Emit(ReservationEvents.OfRelease(released)),
            { State: ReservationState.Shipped } => Nothing(request, "its units have left the house"),
            _ => Nothing(request, "nothing was reserved"),
        };
    }

    private static Decision Nothing(StockReleaseRequested request, string why) => Decision.Nothing.Emit(Told(request, why));

    private static Emission Told(StockReleaseRequested request, string why) =>
        new(new NothingReleased(request.OrderId, request.CustomerId, why), request.OrderId);
}
