using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Effects.Rehearsals;
using Workers.Events.Publishing;
using Workers.Operations.Rehearsals;

namespace Workers.Tests.Operations;

public sealed class WhenThePastIsCounted
{
    private static readonly OutgoingEvent Reserved = new("reserved-1", EventNames.InventoryReserved, "{}", FakeTime.Start);
    private static readonly OutgoingEvent Alert = new("alert-1", EventNames.LowStockAlert, "{}", FakeTime.Start);

    private readonly PastTally _tally = new();

    private PastRow Row => _tally.Read("inventory-queue", "Inventory.OrderPlacedHandler", "ecommerce.orders/Order Placed");

    [Fact]
    public void What_was_taken_and_would_be_refused_is_a_regression_and_the_example()
    {
        _tally.Add("never-taken", Refusing("poison"), wasTaken: false);
        _tally.Add("taken-1", Refusing("broken"), wasTaken: true);
        _tally.Add("taken-2", Refusing("broken too"), wasTaken: true);

        Assert.Equal((3, 2, 3, 2, "taken-1: broken"), (Row.Events, Row.Taken, Row.Refused, Row.Regressions, Row.Example));
        Assert.Equal(2, new PastAnswer(3, [Row], new Dictionary<string, long>()).Regressions);
    }

    [Fact]
    public void Another_event_than_then_is_a_changed_decision_and_none_is_an_effect_that_has_happened()
    {
        _tally.Add("same", Deciding(0, [Reserved]) with { EmittedBefore = [Reserved] }, wasTaken: true);
        _tally.Add("done", Deciding(0) with { EmittedBefore = [Reserved] }, wasTaken: true);
        _tally.Add("other", Deciding(0, [Reserved, Alert]) with { EmittedBefore = [Reserved] }, wasTaken: true);
        _tally.Add("waiting", Deciding(0, [Alert]), wasTaken: false);

        Assert.Equal((3, 1, 3, 3), (Row.Taken, Row.Otherwise, Row.EmittedThen, Row.EmitsNow));
        Assert.Null(Row.Example);
    }

    [Fact]
    public void Its_cost_is_what_one_event_writes_with_its_marker()
    {
        _tally.Add("one", Deciding(writes: 2), wasTaken: false);
        _tally.Add("two", Deciding(writes: 1), wasTaken: false);
        _tally.Add("refused", Refusing("broken"), wasTaken: false);

        Assert.Equal(2.5, Row.WritesNow);
    }

    [Fact]
    public void What_has_its_effect_elsewhere_is_counted_apart()
    {
        _tally.Add("charge", new("Payments.InventoryReservedHandler", RehearsalOutcome.NotRehearsed), wasTaken: false);

        Assert.Equal((1, 0, 1, 0), (Row.Events, Row.Refused, Row.NotAsked, Row.WritesNow));
    }

    private static RehearsedHandler Refusing(string why) => new("h", RehearsalOutcome.Fails) { Problem = why };

    private static RehearsedHandler Deciding(int writes, params OutgoingEvent[] emits) => new("h", RehearsalOutcome.Decides)
    {
        Emits = emits,
        Writes = [.. Enumerable.Range(0, writes).Select(number => Write.Insert(new("orders", "orderId", $"ORD-{number}"), Item.Empty))],
    };
}
