using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Tests.Effects.Fakes;

/// <summary>Takes what is sold from the stock, and says when that was the last.</summary>
internal sealed class SoldHandler : IDecide<Sold>
{
    public int Decisions { get; private set; }

    public IEnumerable<ItemKey> Reads(Sold detail) => [Shop.Product(detail.ProductId)];

    public Decision Decide(EventMessage<Sold> message, Items items)
    {
        Decisions++;
        var key = Shop.Product(message.Detail.ProductId);
        if (items.Find(key)?.Number("available") is not { } available)
        {
            return Decision.Nothing;
        }

        var left = available - message.Detail.Quantity;
        var decision = Decision.Commit(
            Write.Update(key).Add("available", -message.Detail.Quantity).When(Condition.Is("available", available)));
        return left == 0
            ? decision.Emit(new Emission(new SoldOut(message.Detail.ProductId), message.Detail.ProductId))
            : decision;
    }
}
