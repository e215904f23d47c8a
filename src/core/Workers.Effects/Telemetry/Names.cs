namespace Workers.Effects.Telemetry;

/// <summary>Every name of this assembly's telemetry; OpenTelemetry has none for effects.</summary>
internal static class Names
{
    /// <summary>The meter.</summary>
    public const string Effects = "Workers.Effects";

    public const string Duplicates = "workers.effects.duplicates";
    public const string Conflicts = "workers.effects.conflicts";
    public const string Redecisions = "workers.effects.redecisions";
    public const string ClaimsLost = "workers.effects.claims.lost";
    public const string GroupSize = "workers.effects.group.size";
    public const string Requests = "workers.effects.requests";
    public const string WriteUnits = "workers.effects.write_units";

    // The engine's, from which a beat takes its figures.
    public const string Engine = "Workers.Engine";
    public const string HandlerDuration = "workers.handler.duration";
    public const string PublishedToHandled = "workers.handler.published_to_handled";
    public const string Settled = "workers.messages.settled";
    public const string InFlight = "workers.messages.in_flight";
    public const string OldestMessage = "workers.messages.oldest";

    // Attributes.
    public const string Handler = "handler";
    public const string Outcome = "outcome";
    public const string Queue = "messaging.destination.name";
}
