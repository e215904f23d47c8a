using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Tests.Effects.Fakes;

/// <summary>
/// Sells as the inventory worker does: on condition of enough stock on its side of the threshold, and refuses on condition that
/// stock is still short. A negative quantity is a restock. Says when stock falls to the threshold.
/// </summary>
internal sealed class StockHandler : IDecide<Sold>
{
    public const decimal Threshold = 10;

    /// <summary>The products decided about, in order, with the stock that each decision saw.</summary>
    public List<(string ProductId, decimal Available)> Decisions { get; } = [];

    public IEnumerable<ItemKey> Reads(Sold detail) => [Shop.Product(detail.ProductId)];

    public Decision Decide(EventMessage<Sold> message, Items items)
    {
        var (productId, quantity) = message.Detail;
        var key = Shop.Product(productId);
        var available = items.Find(key)!.Number("available")!.Value;
        Decisions.Add((productId, available));
        if (quantity < 0)
        {
            return Decision.Commit(Write.Update(key).Add("available", -quantity).When(Condition.ItemExists));
        }

        if (available < quantity)
        {
            return Decision.Commit(Write.Check(key, Condition.AtMost("available", quantity - 1)));
        }

        var crosses = available > Threshold && available - quantity <= Threshold;
        var condition = crosses ? Condition.Is("available", available)
            : available > Threshold ? Condition.AtLeast("available", Threshold + quantity + 1)
            : Condition.Between("available", quantity, Threshold);
        var decision = Decision.Commit(Write.Update(key).Add("available", -quantity).Add("sold", quantity).When(condition));
        return crosses ? decision.Emit(new Emission(new SoldOut(productId), productId)) : decision;
    }
}
