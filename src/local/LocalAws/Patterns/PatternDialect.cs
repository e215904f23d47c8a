namespace LocalAws.Patterns;

/// <summary>Where a pattern is used: not everywhere does AWS take the whole language.</summary>
internal enum PatternDialect
{
    /// <summary>The whole language, as EventBridge takes it.</summary>
    EventPattern,

    /// <summary>What SNS takes: no wildcards, and of conditions to be negated only a prefix.</summary>
    FilterPolicy,
}
