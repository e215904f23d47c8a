namespace LocalAws.Patterns;

/// <summary>What a part of a pattern says of a part of an event.</summary>
internal enum Verdict
{
    /// <summary>The conditions do not hold.</summary>
    Mismatch,

    /// <summary>The conditions hold, and all because the fields they are about are absent.</summary>
    Absent,

    /// <summary>The conditions hold, and something of the event was matched by a value.</summary>
    Match,
}
