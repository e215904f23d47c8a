namespace Workers.Contracts.Resources;

/// <summary>What one deployable adds to the topology.</summary>
/// <param name="Deployable">The program.</param>
internal sealed record TopologyPart(Deployable Deployable)
{
    /// <summary>The rules that were made for it, or for the events that it states.</summary>
    /// <value>None.</value>
    public IReadOnlyList<RuleDefinition> Rules { get; init; } = [];

    /// <summary>The tables that it writes.</summary>
    /// <value>None.</value>
    public IReadOnlyList<TableDefinition> Tables { get; init; } = [];
}
