using Workers.OrderHistory;

namespace Workers.Orders.Aggregate;

/// <summary>What one fact adds to an order's history: the fact, what was decided, and what need not wait any longer.</summary>
internal sealed class OrderChange
{
    /// <summary>
    /// How many facts of one kind may wait in an order. Our own workers tell each once or twice; what others could tell for ever must not
    /// fill the order's row, nor the transaction in which all of them have their turn.
    /// </summary>
    private const int MostWaiting = 3;

    private readonly List<OrderEntry> _entries = [];

    private OrderChange(Order order) => Order = order;

    /// <summary>The order after all of it.</summary>
    public Order Order { get; private set; }

    public IReadOnlyList<OrderEntry> Entries => _entries;

    /// <summary>A pure function: nothing but the order and the fact counts.</summary>
    public static OrderChange Of(Order order, Fact fact)
    {
        var change = new OrderChange(order);
        change.Take(fact);
        change.TakePending();
        return change;
    }

    private void Take(Fact fact)
    {
        switch (OrderRules.Judge(Order, fact))
        {
            case Verdict.Applied applied:
                Apply(applied, fact, cameAs: null);
                break;
            case Verdict.Waits when Order.Pending.Count(pending => pending.Detail.GetType() == fact.Detail.GetType()) >= MostWaiting:
                Append(EntryKind.Ignored, fact, why: $"{MostWaiting} of its kind wait already");
                break;
            case Verdict.Waits waits:
                Append(EntryKind.Pending, fact, why: waits.ForWhat);
                break;
            case Verdict.Ignores ignores:
                Append(EntryKind.Ignored, fact, why: ignores.Why);
                break;
        }
    }

    /// <summary>Each entry may be what another fact waited for; the oldest goes first.</summary>
    private void TakePending()
    {
        while (Order.Pending.Select(Ready).FirstOrDefault(ready => ready is not null) is { } next)
        {
            next();
        }

        Action? Ready(OrderEntry pending)
        {
            var fact = new Fact(pending.Detail, pending.OccurredAt, pending.IsForeign);
            return OrderRules.Judge(Order, fact) switch
            {
                Verdict.Waits => null,
                Verdict.Applied applied => () => Apply(applied, fact, pending.Version),
                Verdict.Ignores ignores => () => Append(EntryKind.Ignored, fact, ignores.Why, pending.Version),
                _ => () => Append(EntryKind.Ignored, fact, "it is in time", pending.Version),
            };
        }
    }

    private void Apply(Verdict.Applied applied, Fact fact, int? cameAs)
    {
        if (fact.Detail is not Contracts.Events.OrderPlaced)   // which Order Recorded stands for
        {
            Append(EntryKind.Applied, fact, cameAs: cameAs);
        }

        foreach (var decide in applied.Decisions)
        {
            Append(EntryKind.Decided, fact with { Detail = decide(Order, fact.OccurredAt), IsForeign = false });
        }
    }

    private void Append(EntryKind kind, Fact fact, string? why = null, int? cameAs = null)
    {
        var entry = new OrderEntry(Order.Version + 1, kind, fact.Detail, fact.OccurredAt)
        {
            IsForeign = fact.IsForeign,
            Why = why,
            CameAs = cameAs,
        };
        _entries.Add(entry);
        Order = OrderFold.Apply(Order, entry);
    }
}
