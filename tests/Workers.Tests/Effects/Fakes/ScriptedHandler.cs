using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Tests.Effects.Fakes;

/// <summary>Decides whatever a spec wants.</summary>
internal sealed class ScriptedHandler(Func<Decision> decide, params IReadOnlyList<ItemKey> reads) : IDecide<Sold>
{
    public IEnumerable<ItemKey> Reads(Sold detail) => reads;

    public Decision Decide(EventMessage<Sold> message, Items items) => decide();
}
