using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.IntegrationTests.Effects;

/// <summary>
/// Adds what arrived, and says what is there: on condition that the stock is as it was read, so that every rival is
/// noticed.
/// </summary>
internal sealed class RestockHandler : IDecide<InventoryUpdated>
{
    public static ItemKey Key(string productId) => new("inventory", "productId", productId);

    public IEnumerable<ItemKey> Reads(InventoryUpdated detail) => [Key(detail.ProductId)];

    public Decision Decide(EventMessage<InventoryUpdated> message, Items items)
    {
        var key = Key(message.Detail.ProductId);
        var restock = message.Detail.Restock!.Value;
        var available = items.Find(key)?.Number("available");
        Write write = available is { } number
            ? Write.Update(key).Add("available", restock).When(Condition.Is("available", number))
            : Write.Insert(key, Item.Empty.With("available", restock).With("state", "new"));
        var now = (int)(available ?? 0) + restock;
        return Decision.Commit(write).Emit(new Emission(new LowStockAlert(message.Detail.ProductId, now, 10), message.Detail.ProductId));
    }
}
