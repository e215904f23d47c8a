using Workers.Contracts.Events;
using Workers.Events;

namespace Workers.Tests.Payments;

public sealed class WhenAChargeIsSlow : PaymentsSpec
{
    public WhenAChargeIsSlow()
        : base(new("Workers:Payments:ChargePatience", "00:00:02"), new("Workers:Payments:Simulated:SlowDelay", "00:00:10")) =>
        Worker.Receives(Reserved("SLOW-1"));

    [Fact]
    public void It_is_told_when_the_provider_has_answered()
    {
        Worker.Advance(TimeSpan.FromSeconds(9));

        Assert.Empty(Told);

        Worker.RunUntilQuiet();

        Assert.IsType<PaymentProcessed>(Assert.Single(Told));
        Assert.Equal([ChargeKey], Provider.Calls);
    }

    [Fact]
    public void A_refund_that_asks_meanwhile_asks_under_its_key_and_all_of_it_is_given_back_once()
    {
        Worker.Advance(TimeSpan.FromSeconds(1));
        Worker.Receives(Cancelled);
        Worker.RunUntilQuiet();

        Assert.Equal([ChargeKey, ChargeKey, RefundKey], Provider.Calls);
        Assert.Equal([ChargeKey, RefundKey], Ledger.Entries.Select(entry => entry.Key));
        Assert.Equal((0m, "Refunded"), (Balance, State));
        Assert.Collection(Told, Is<PaymentProcessed>, Is<PaymentRefunded>);
    }

    private static void Is<TEvent>(IEventDetail told) => Assert.IsType<TEvent>(told);
}
