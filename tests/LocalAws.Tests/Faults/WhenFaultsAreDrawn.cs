using LocalAws.Faults;

namespace LocalAws.Tests.Faults;

public sealed class WhenFaultsAreDrawn
{
    private static readonly string[] Operations = ["sqs.ListQueues", "sqs.SendMessage"];

    [Fact]
    public void One_seed_strikes_the_same_requests_every_time_and_another_strikes_others()
    {
        Assert.Equal(Draw(seed: 42), Draw(seed: 42));
        Assert.NotEqual(Draw(seed: 42), Draw(seed: 43));
        Assert.InRange(Draw(seed: 42).Count(struck => struck), 200, 300);
    }

    [Fact]
    public void Each_rule_has_chances_of_its_own()
    {
        var one = new FaultRule("*", FaultKind.Throttle) { Probability = 0.25 };
        var other = new FaultRule("*", FaultKind.DropAfter) { Probability = 0.5 };

        Assert.Equal(Draw(42, one, other), Draw(42, one));
    }

    [Fact]
    public void None_strikes_more_often_than_it_may()
    {
        Assert.Equal(3, Draw(42, new FaultRule("*", FaultKind.Throttle) { Times = 3 }).Count(struck => struck));
    }

    [Fact]
    public void A_request_that_no_rule_is_for_has_none()
    {
        var faults = new LocalAwsFaults(Operations);
        faults.Set(1, new FaultRule("sqs.SendMessage", FaultKind.Throttle) { Containing = "orders" });

        Assert.Null(faults.For("sqs.ListQueues", "orders"u8));
        Assert.Null(faults.For("sqs.SendMessage", "else"u8));
        Assert.NotNull(faults.For("sqs.SendMessage", "the orders"u8));
    }

    /// <summary>Whether each of a thousand requests is throttled.</summary>
    private static List<bool> Draw(int seed, params FaultRule[] rules)
    {
        var faults = new LocalAwsFaults(Operations);
        faults.Set(seed, rules is [] ? [new FaultRule("*", FaultKind.Throttle) { Probability = 0.25 }] : rules);
        return [.. Enumerable.Range(0, 1000).Select(_ => faults.For("sqs.ListQueues", "{}"u8)!.Strikes(FaultKind.Throttle))];
    }
}
