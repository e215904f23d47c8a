namespace Workers.Torture.Fleet;

/// <summary>Where in the life of a message a fleet can be made to die.</summary>
internal enum Stage
{
    /// <summary>SQS has handed messages out, and nobody has begun to handle them.</summary>
    AfterReceive,

    /// <summary>A group is decided, or a leased effect has happened; nothing is committed.</summary>
    AfterDecide,

    /// <summary>The transaction is committed.</summary>
    AfterCommit,

    /// <summary>The committed events are about to be published.</summary>
    BeforePublish,

    /// <summary>All is done, and the messages are about to be deleted.</summary>
    BeforeDelete,
}
