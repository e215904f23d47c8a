using Workers.Contracts.Events;
using Workers.Events;

namespace Workers.Tests.Payments;

public sealed class WhenAWorkerDiesBetweenItsSteps : PaymentsSpec
{
    /// <summary>Charging, Charged, the claim with Payment Processed; Void, Refunding, Refunded, the claim with Payment Refunded.</summary>
    public static TheoryData<int, bool> Commits { get; } = new(
        from commit in Enumerable.Range(1, 7)
        from isTaken in (bool[])[false, true]
        select (commit, isTaken));

    [Theory]
    [MemberData(nameof(Commits))]
    public void It_is_charged_once_and_refunded_once_whichever_write_was_the_last(int commit, bool isTaken)
    {
        for (var earlier = 1; earlier < commit; earlier++)
        {
            Worker.Store.MeetsFirst(() => { });
        }

        if (isTaken)
        {
            Worker.Store.LosesAnswer();
        }
        else
        {
            Worker.Store.MeetsOutage();
        }

        Handles(Reserved(), Failed);

        Assert.Equal([ChargeKey, RefundKey], Provider.Calls.Distinct());
        Assert.Equal([ChargeKey, RefundKey], Ledger.Entries.Select(entry => entry.Key));
        Assert.Equal((0m, "Refunded"), (Balance, State));
        Assert.Collection(Told, Is<PaymentProcessed>, Is<PaymentRefunded>);
        Assert.Empty(Worker.DeadLetters);
    }

    private static void Is<TEvent>(IEventDetail told) => Assert.IsType<TEvent>(told);
}
