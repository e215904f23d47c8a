namespace Workers.Cli.Publishing;

/// <summary>What became of an entry.</summary>
internal enum EntryStatus
{
    /// <summary>A consumer could not handle it; it was not sent.</summary>
    Invalid,

    /// <summary>It is in order, and was not sent: this was a dry run, or others are invalid, or the command was interrupted.</summary>
    NotSent,

    /// <summary>EventBridge was not seen to take it.</summary>
    Refused,

    /// <summary>EventBridge took it.</summary>
    Published,
}
