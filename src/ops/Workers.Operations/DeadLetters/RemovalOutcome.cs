namespace Workers.Operations.DeadLetters;

/// <summary>What became of a dead letter.</summary>
internal enum RemovalOutcome
{
    /// <summary>It would be removed: this was a dry run.</summary>
    Planned,

    /// <summary>It was sent to its queue and deleted here.</summary>
    Redriven,

    /// <summary>It was deleted.</summary>
    Discarded,

    /// <summary>It is still here, and nowhere else.</summary>
    Kept,

    /// <summary>It was sent and is still here: redriving it again makes a duplicate, which the marker of its event absorbs.</summary>
    SentAndKept,
}
