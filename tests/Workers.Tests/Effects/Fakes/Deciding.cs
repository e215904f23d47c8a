using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Tests.Effects.Fakes;

/// <summary>Decides whatever a spec wants of the items.</summary>
internal sealed class Deciding(Func<Items, Decision> decide, params IReadOnlyList<ItemKey> reads) : IDecide<Sold>
{
    public Deciding(Decision decision, params IReadOnlyList<ItemKey> reads)
        : this(_ => decision, reads)
    {
    }

    public int Decisions { get; private set; }

    public IEnumerable<ItemKey> Reads(Sold detail) => reads;

    public Decision Decide(EventMessage<Sold> message, Items items)
    {
        Decisions++;
        return decide(items);
    }
}
