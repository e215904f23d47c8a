namespace Workers.Cli.Schemas;

/// <summary>A change of a schema that the rules of evolution do not allow.</summary>
/// <param name="Event">Which event.</param>
/// <param name="Version">Its version in the release.</param>
/// <param name="Becomes">Its version now; null where there is none.</param>
/// <param name="Kind">What kind of change.</param>
/// <param name="Pointer">Where in the schema, as a JSON pointer; empty for the schema itself.</param>
/// <param name="Member">Where in the detail, as a dotted path; empty for the detail itself.</param>
/// <param name="Was">What stood there.</param>
/// <param name="Is">What stands there now.</param>
/// <param name="Breaks">Who is harmed.</param>
/// <param name="Rule">The rule that it breaks.</param>
internal sealed record SchemaFinding(
    string Event,
    string Version,
    string? Becomes,
    ChangeKind Kind,
    string Pointer,
    string Member,
    string Was,
    string Is,
    Harmed Breaks,
    string Rule);

/// <summary>Whom a change harms.</summary>
internal enum Harmed
{
    /// <summary>Whoever reads the event by the release's schema.</summary>
    Readers,

    /// <summary>Whoever writes it by the release's schema, and what is stored since then.</summary>
    Writers,

    /// <summary>Both of them.</summary>
    Both,
}

/// <summary>What can happen to a schema.</summary>
internal enum ChangeKind
{
    /// <summary>There is more to say: the one change that a minor version makes.</summary>
    Added,

    /// <summary>There is more to say, and the version is the same.</summary>
    NotRaised,

    /// <summary>A member is no longer described.</summary>
    MemberGone,

    /// <summary>A member must be there that might be left out, or that nobody knew.</summary>
    MemberRequired,

    /// <summary>A member may be left out that was always there.</summary>
    MemberOptional,

    /// <summary>Values are no longer allowed.</summary>
    Narrowed,

    /// <summary>Values are allowed that were not.</summary>
    Widened,

    /// <summary>Values are others, and which of them were allowed before cannot be told.</summary>
    Replaced,

    /// <summary>The version is lower than the release's.</summary>
    VersionLowered,

    /// <summary>A major version has no schema, and no upcaster reads it.</summary>
    MajorGone,

    /// <summary>No version of the event has a schema.</summary>
    EventGone,
}

/// <summary>The rules by which events evolve: within a major version, a new minor only adds.</summary>
internal static class EvolutionRules
{
    public static string RuleOf(ChangeKind kind) => kind switch
    {
        ChangeKind.NotRaised => "What is added makes a new minor version.",
        ChangeKind.MemberGone => "A minor version keeps every member.",
        ChangeKind.MemberRequired => "A minor version requires nothing that could be left out.",
        ChangeKind.MemberOptional => "A minor version lets nothing be left out that was always there.",
        ChangeKind.Narrowed => "A minor version allows every value that was allowed.",
        ChangeKind.Widened => "A minor version allows no value that readers would refuse.",
        ChangeKind.Replaced => "A minor version leaves types, forms and conditions as they are.",
        ChangeKind.VersionLowered => "Versions only go up.",
        ChangeKind.MajorGone => "A new major version takes the place of an old one only with an upcaster from it.",
        ChangeKind.EventGone => "An event that was released stays: it is stored, archived and replayed.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
