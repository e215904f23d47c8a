using Workers.Effects.Decisions;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Grouping;

/// <summary>What a decision writes is not known before it is made: handlers that read nothing may write much.</summary>
public sealed class WhenAGroupFills
{
    private const int WritesEach = 3;

    private readonly GroupBench _bench = new();
    private readonly List<Deciding> _handlers = [];

    [Fact]
    public void Those_that_come_after_the_first_without_room_are_not_decided_in_vain()
    {
        Deliver(40);
        _bench.Gather();

        Assert.Equal([25, 15], _bench.GroupSizes);
        Assert.Equal(Enumerable.Repeat(1, 25).Append(2).Concat(Enumerable.Repeat(1, 14)), _handlers.Select(handler => handler.Decisions));
    }

    [Fact]
    public void The_next_groups_wait_for_little_more_than_found_room()
    {
        Deliver(40);
        _bench.Gather();

        Deliver(33);   // 25 found room, and either group since has let the size grow

        Assert.Equal([25, 15, 25], _bench.GroupSizes);
    }

    private void Deliver(int messages)
    {
        for (var i = 0; i < messages; i++)
        {
            var name = $"{_handlers.Count}";
            var writes = Enumerable.Range(0, WritesEach).Select(item => Write.Insert(Shop.Product($"{name}-{item}"), Item.Empty));
            var handler = new Deciding(Decision.Commit([.. writes]));
            _handlers.Add(handler);
            _bench.Deliver(handler, $"event-{name}");
        }
    }
}
