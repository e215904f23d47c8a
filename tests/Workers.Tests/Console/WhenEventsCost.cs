using Workers.Console.Business;
using Workers.Console.Declared;
using Workers.Console.Watching;
using Workers.Contracts;

namespace Workers.Tests.Console;

public sealed class WhenEventsCost
{
    private static readonly DeclaredFleet Declared = new(EventCatalog.Build());

    [Fact]
    public void An_event_costs_what_its_handler_asked_for_by_the_events_that_it_is_done_with()
    {
        var cost = Assert.Single(CostsOf(Looks.Of(0, handled: 5, failed: 1, requests: 22, writeUnits: 35)));

        Assert.Equal((EventNames.InventoryReserved, 4.4, 7d), (cost.Event, cost.Requests, cost.WriteUnits));
        Assert.Equal((Topology.PaymentsQueue, 5), (cost.Handlers[0].Queue, cost.Handlers[0].Handled));
    }

    [Fact]
    public void Nothing_is_said_of_an_event_that_nobody_is_done_with() =>
        Assert.Empty(CostsOf(Looks.Of(0, failed: 3, requests: 6)));

    [Fact]
    public void Nothing_is_said_before_the_first_look() => Assert.Empty(EventCost.Of(state: null, Declared));

    private static IReadOnlyList<EventCost> CostsOf(Observation seen) => EventCost.Of(FleetState.Of([seen], Declared), Declared);
}
