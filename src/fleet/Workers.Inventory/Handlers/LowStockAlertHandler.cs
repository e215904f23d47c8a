using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>Raises a purchase order for a product that is still low, unless one is open.</summary>
internal sealed class LowStockAlertHandler(Purchasing purchasing) : IDecide<LowStockAlert>
{
    public IEnumerable<ItemKey> Reads(LowStockAlert alert) => [Product.Key(alert.ProductId), PurchaseOrder.Key(alert.ProductId)];

    public Decision Decide(EventMessage<LowStockAlert> message, Items items)
    {
        var last = PurchaseOrder.Find(items, message.Detail.ProductId);
        if (last is { IsOpen: true }
            || Product.Find(items, message.Detail.ProductId) is not { } product
            || product.Available > product.Threshold)
        {
            return Decision.Nothing;   // it is on its way, or not ours, or was low for a moment
        }

        var at = message.Delivery.FirstReceivedAt;
        var quantity = purchasing.QuantityFor(product.Available, product.Threshold);
        var raised = last?.Next(quantity) ?? PurchaseOrder.First(product.ProductId, quantity);
        return Decision.Commit(last?.ReplaceBy(raised, at) ?? (Write)raised.Create(at), product.StillLow())
            .Emit(new Emission(raised.Raised(product.Name, at), raised.Id));
    }
}
