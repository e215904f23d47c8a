using Workers.Events;

namespace Workers.Contracts.Resources;

/// <summary>A state machine: how long its executions may take, and what its role may do. Provisioning writes its states.</summary>
/// <param name="Name">The unprefixed name; with the prefix at most 80 characters.</param>
public sealed record StateMachineDefinition(string Name)
{
    /// <summary>The unprefixed name of the role that its executions act in.</summary>
    public string Role => $"workers-{Name}";

    /// <summary>The unprefixed name of the role by which EventBridge starts executions.</summary>
    public string StarterRole => $"{Role}-starter";

    /// <summary>How long an execution may take, in whole seconds.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>The events that its executions put on the bus.</summary>
    public required IReadOnlyList<EventName> Puts { get; init; }

    /// <summary>What its executions do with which table.</summary>
    public required IReadOnlyList<TableGrant> Tables { get; init; }
}
