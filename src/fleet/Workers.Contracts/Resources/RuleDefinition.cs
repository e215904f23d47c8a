namespace Workers.Contracts.Resources;

/// <summary>A rule of the bus: which events it matches and which queues get them.</summary>
/// <param name="Name">The unprefixed name.</param>
/// <param name="Pattern">What it matches.</param>
/// <param name="Targets">The unprefixed names of the queues that get a copy each.</param>
public sealed record RuleDefinition(string Name, EventPattern Pattern, IReadOnlyList<string> Targets)
{
    /// <summary>The input transformer's template, which makes the message's body; null sends the event as it is.</summary>
    public string? InputTemplate { get; init; }
}
