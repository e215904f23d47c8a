using Workers.Events;

namespace Workers.Contracts.Resources;

/// <summary>
/// A program of the fleet: what it consumes, what it may do and what its pods are given. Role, alarms, panels, compose service,
/// manifests and scaling are rendered from it.
/// </summary>
/// <param name="Name">What compose, Kubernetes and its role call it, for example <c>inventory</c>: small letters and hyphens.</param>
public sealed record Deployable(string Name)
{
    /// <summary>The name as C# has it, for example <c>Inventory</c>: of its consumer, and of its settings under <c>Workers:</c>.</summary>
    public string CodeName { get; } = CodeNames.Of(Name);

    /// <summary>Its project, for example <c>Workers.Inventory</c>.</summary>
    public string Project => $"Workers.{CodeName}";

    /// <summary>What makes it a worker; null for one that consumes no queue. Its pods are given what this needs.</summary>
    public Consumption? Consumes { get; init; }

    /// <summary>Further queues that the same program empties.</summary>
    /// <value>None.</value>
    public IReadOnlyList<Consumption> AlsoConsumes { get; init; } = [];

    /// <summary>Every queue that it empties, the main one first.</summary>
    public IEnumerable<Consumption> Consumptions => Consumes is null ? [] : [Consumes, .. AlsoConsumes];

    /// <summary>What it does with the bus, in IAM's words without <c>events:</c>.</summary>
    /// <value>Nothing. A call that is not granted fails on AWS; a grant that nobody uses is one too many. So with tables.</value>
    public IReadOnlyList<string> BusActions { get; init; } = [];

    /// <summary>What it does with executions of the state machine, in IAM's words without <c>states:</c>.</summary>
    /// <value>Nothing.</value>
    public IReadOnlyList<string> ExecutionActions { get; init; } = [];

    /// <summary>What it answers to the state machine's tasks, in IAM's words without <c>states:</c>; a task's token is all that names it.</summary>
    /// <value>Nothing.</value>
    public IReadOnlyList<string> TaskActions { get; init; } = [];

    /// <summary>The events that it states by itself. No other deployable may put them on the bus.</summary>
    /// <value>None: what it puts there, if anything, is what its callers say.</value>
    public IReadOnlyList<EventName> Emits { get; init; } = [];

    /// <summary>The topics that it publishes to.</summary>
    /// <value>None.</value>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>What it does with which table.</summary>
    /// <value>Nothing.</value>
    public IReadOnlyList<TableGrant> Tables { get; init; } = [];
}
