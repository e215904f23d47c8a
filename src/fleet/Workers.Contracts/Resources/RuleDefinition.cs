namespace Workers.Contracts.Resources;

/// <summary>A rule: which events it matches, which queues get them, and which state machine they start.</summary>
/// <param name="Name">The unprefixed name.</param>
/// <param name="Pattern">What it matches.</param>
/// <param name="Targets">The unprefixed names of the queues that get a copy each.</param>
public sealed record RuleDefinition(string Name, EventPattern Pattern, IReadOnlyList<string> Targets)
{
    /// <summary>The input transformer's template, which makes the message's body; null sends the event as it is.</summary>
    public string? InputTemplate { get; init; }

    /// <summary>Whether it is a rule of the account's default bus, where AWS itself tells what happens.</summary>
    /// <value>No: of the fleet's bus.</value>
    public bool IsOnDefaultBus { get; init; }

    /// <summary>The state machine of which each event starts an execution, whose input is the event; null for none.</summary>
    public StateMachineDefinition? Starts { get; init; }

    /// <summary>
    /// The state machine that the events tell of: only those match that have its ARN as <c>detail.stateMachineArn</c>; null for no such
    /// condition.
    /// </summary>
    public StateMachineDefinition? TellsOf { get; init; }
}
