using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>
/// Corrects what is available, where the correction is newer than the last one, or adds units to it. Units that arrive close the product's
/// purchase order in the same transaction.
/// </summary>
internal sealed class InventoryUpdatedHandler(Purchasing purchasing) : IDecide<InventoryUpdated>
{
    public IEnumerable<ItemKey> Reads(InventoryUpdated update) => [Product.Key(update.ProductId), PurchaseOrder.Key(update.ProductId)];

    public Decision Decide(EventMessage<InventoryUpdated> message, Items items)
    {
        var update = message.Detail;
        var product = Product.Find(items, update.ProductId);
        if (update.Restock is { } quantity)
        {
            return product is null
                ? Create(update, quantity, set: null)
                : Restock(message, product, PurchaseOrder.Find(items, update.ProductId), quantity);
        }

        var set = new StockSet(message.OccurredAt, message.Metadata.EventId);
        return product is null
            ? Create(update, update.CurrentStock ?? 0, set)
            : Set(message, product, PurchaseOrder.Find(items, update.ProductId), set);
    }

    private static Decision Create(InventoryUpdated update, long available, StockSet? set)
    {
        var product = new Product(
            update.ProductId, update.Name, available, update.Threshold ?? Product.UsualThreshold, set);
        return Decision.Commit(product.Create()).Emit(Alerts(product.AlertAtBirth()));
    }

    private Decision Restock(EventMessage<InventoryUpdated> message, Product product, PurchaseOrder? last, int quantity)
    {
        var update = message.Detail;
        var (name, threshold) = (update.Name, update.Threshold);
        var after = product.With(product.Available + quantity, name, threshold);
        var (writes, emits) = purchasing.Arrive(after, last, quantity, message.Delivery.FirstReceivedAt);
        var restock = last is { IsOpen: true }
            ? product.RestockToSideOf(after, quantity, name, threshold)
            : Product.Restock(update.ProductId, quantity, name, threshold);
        return Decision.Commit([restock, .. writes]).Emit(emits);
    }

    private static Decision Set(EventMessage<InventoryUpdated> message, Product product, PurchaseOrder? last, StockSet set)
    {
        if (!set.IsNewerThan(product.LastSet))
        {
            return Decision.Nothing;   // a later correction has been applied already
        }

        var update = message.Detail;
        var after = product.With(update.CurrentStock ?? 0, update.Name, update.Threshold);
        var (writes, emits) = Purchasing.Count(after, last, message.Delivery.FirstReceivedAt);
        var alert = (product with { Name = after.Name }).AlertAt(after.Available, update.Threshold);
        return Decision.Commit([product.Set(after.Available, set, update.Name, update.Threshold), .. writes])
            .Emit([.. Alerts(alert), .. emits]);
    }

    private static Emission[] Alerts(LowStockAlert? alert) => alert is null ? [] : [new(alert, alert.ProductId)];
}
