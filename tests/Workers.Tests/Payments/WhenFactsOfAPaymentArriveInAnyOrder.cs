using Workers.Events;
using Workers.Payments.Providers;

namespace Workers.Tests.Payments;

public sealed class WhenFactsOfAPaymentArriveInAnyOrder : PaymentsSpec
{
    private static readonly IEventDetail[] Facts = [Reserved(), Reserved(), Failed, Cancelled];

    /// <summary>Every order of four facts, and how many of them have come before the worker looks again.</summary>
    public static TheoryData<int[], int> Orders { get; } = new(
        from order in Permutations([0, 1, 2, 3])
        from atOnce in (int[])[1, 2, 4]
        select (order, atOnce));

    [Theory]
    [MemberData(nameof(Orders))]
    public void Nobody_has_paid_for_an_order_that_ended(int[] order, int atOnce)
    {
        Arrive(order, atOnce);

        AssertBalanced();
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Nobody_has_paid_for_it_either_where_the_provider_fails_before_and_after_it_books(int[] order, int atOnce)
    {
        Provider.FailsEveryOtherCall = true;

        Arrive(order, atOnce);

        AssertBalanced();
    }

    private void Arrive(int[] order, int atOnce)
    {
        foreach (var facts in order.Chunk(atOnce))
        {
            foreach (var fact in facts)
            {
                Worker.Receives(Facts[fact]);
            }

            Worker.RunUntilQuiet();
        }
    }

    private void AssertBalanced()
    {
        Assert.Empty(Worker.DeadLetters);
        Assert.Equal(0m, Balance);
        Assert.True(Ledger.Entries.Count(entry => entry.Kind == LedgerKind.Charge) <= 1);
        Assert.Equal(Ledger.Entries.Count == 0 ? "Void" : "Refunded", State);
    }

    private static IEnumerable<int[]> Permutations(int[] of) => of is []
        ? [[]]
        : of.SelectMany(first => Permutations([.. of.Where(other => other != first)]).Select(rest => (int[])[first, .. rest]));
}
