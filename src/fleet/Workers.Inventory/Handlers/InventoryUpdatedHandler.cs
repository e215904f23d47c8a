using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>Corrects what is available, where the correction is newer than the last one, or adds units to it.</summary>
internal sealed class InventoryUpdatedHandler : IDecide<InventoryUpdated>
{
    public IEnumerable<ItemKey> Reads(InventoryUpdated update) => [Product.Key(update.ProductId)];

    public Decision Decide(EventMessage<InventoryUpdated> message, Items items)
    {
        var update = message.Detail;
        var product = Product.Find(items, update.ProductId);
        if (update.Restock is { } quantity)
        {
            return product is null
                ? Create(update, quantity, set: null)
                : Decision.Commit(Product.Restock(update.ProductId, quantity, update.Name, update.Threshold));
        }

        var set = new StockSet(message.OccurredAt, message.Metadata.EventId);
        return product is null
            ? Create(update, update.CurrentStock ?? 0, set)
            : Set(update, product, set);
    }

    private static Decision Create(InventoryUpdated update, long available, StockSet? set)
    {
        var product = new Product(
            update.ProductId, update.Name, available, update.Threshold ?? Product.UsualThreshold, set);
        return Decision.Commit(product.Create()).Emit(Alerts(product.AlertAtBirth()));
    }

    private static Decision Set(InventoryUpdated update, Product product, StockSet set)
    {
        if (!set.IsNewerThan(product.LastSet))
        {
            return Decision.Nothing;   // a later correction has been applied already
        }

        var available = update.CurrentStock ?? 0;
        var alert = (product with { Name = update.Name ?? product.Name }).AlertAt(available, update.Threshold);
        return Decision.Commit(product.Set(available, set, update.Name, update.Threshold)).Emit(Alerts(alert));
    }

    private static Emission[] Alerts(LowStockAlert? alert) => alert is null ? [] : [new(alert, alert.ProductId)];
}
