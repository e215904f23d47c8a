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

    // Attributes.
    public const string Handler = "handler";
}
