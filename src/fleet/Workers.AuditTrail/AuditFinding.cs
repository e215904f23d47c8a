namespace Workers.AuditTrail;

/// <summary>Something that somebody did to what was recorded.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Where">The chain and the link's number, or the row's keys.</param>
/// <param name="What">What exactly, for people.</param>
public sealed record AuditFinding(AuditFindingKind Kind, string Where, string What);

/// <summary>What can be wrong with what was recorded.</summary>
public enum AuditFindingKind
{
    /// <summary>A row is not what was recorded.</summary>
    AlteredRow,

    /// <summary>A row is gone.</summary>
    RemovedRow,

    /// <summary>A reference is not what was recorded.</summary>
    AlteredReference,

    /// <summary>A reference is gone.</summary>
    RemovedReference,

    /// <summary>A link does not follow from the one before it.</summary>
    AlteredLink,

    /// <summary>A link is gone.</summary>
    RemovedLink,

    /// <summary>A row that no chain knows.</summary>
    UnknownRow,

    /// <summary>A chain's head is gone, or does not say what the last link does.</summary>
    WrongHead,
}
