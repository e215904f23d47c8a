using Workers.Operations.Orders;

namespace Workers.Console.Orders;

/// <summary>What became of an order, a ticket or a customer: every event about it, what caused which, and who handled each.</summary>
/// <param name="Entity">What it is about, as the audit trail names it, for example <c>order#ORD-1</c>.</param>
/// <param name="At">When it was read.</param>
/// <param name="Hops">Its events as a tree, in the order in which they are shown.</param>
/// <param name="Rows">What the tables say of it now.</param>
/// <param name="IsWhole">Whether all its events are here; else the first thousand.</param>
public sealed record Story(string Entity, DateTimeOffset At, IReadOnlyList<Hop> Hops, IReadOnlyList<StoryRow> Rows, bool IsWhole)
{
    /// <summary>The execution that leads it; null where none does.</summary>
    public OrderExecution? Execution { get; init; }

    /// <summary>Whether nobody knows of it.</summary>
    public bool IsUnknown => Hops.Count == 0 && Rows.Count == 0 && Execution is null;

    /// <summary>Branches that nobody took.</summary>
    public IEnumerable<(Hop Hop, Branch Branch)> Missing => Hops.SelectMany(hop => hop.Branches
        .Where(branch => branch.State is BranchState.Missing or BranchState.Dead)
        .Select(branch => (hop, branch)));
}

/// <summary>One event of a story.</summary>
/// <param name="Event">The event.</param>
/// <param name="Depth">How many causes come before it in this story.</param>
/// <param name="Branches">Where it was to go.</param>
public sealed record Hop(StoryEvent Event, int Depth, IReadOnlyList<Branch> Branches);

/// <summary>What one table says now.</summary>
/// <param name="Table">The table.</param>
/// <param name="Members">What is worth showing, by name.</param>
public sealed record StoryRow(string Table, IReadOnlyList<(string Name, string Value)> Members);

/// <summary>What is read of an order beside its events.</summary>
internal sealed record OrderFacts(OrderRows Rows, IReadOnlyList<StoryRow> Shown);
