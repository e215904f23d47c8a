using Workers.Events;
using Workers.OrderHistory;

namespace Workers.Orders.Aggregate;

/// <summary>What becomes of a fact.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It changes the order, and these decisions follow from it.</summary>
    public static Verdict Apply(params IReadOnlyList<Func<Order, DateTimeOffset, IEventDetail>> decisions) => new Applied(decisions);

    /// <summary>Its turn has not come.</summary>
    public static Verdict Wait(string forWhat) => new Waits(forWhat);

    /// <summary>It is put on record, and changes nothing.</summary>
    public static Verdict Ignore(string why) => new Ignores(why);

    /// <summary>There is nothing to put on record.</summary>
    public static Verdict Nothing { get; } = new Passes();

    /// <param name="Decisions">Each makes its event of the order as it is when its turn comes, and of the fact's time.</param>
    internal sealed record Applied(IReadOnlyList<Func<Order, DateTimeOffset, IEventDetail>> Decisions) : Verdict;

    internal sealed record Waits(string ForWhat) : Verdict;

    internal sealed record Ignores(string Why) : Verdict;

    internal sealed record Passes : Verdict;
}
