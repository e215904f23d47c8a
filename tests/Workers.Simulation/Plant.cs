namespace Workers.Simulation;

/// <summary>A bug put between the engine and its queue, so that anyone can see the simulation find it.</summary>
public enum Plant
{
    /// <summary>The engine as it is.</summary>
    None,

    /// <summary>Deletes that fail are taken for done.</summary>
    ForgetFailedDeletes,

    /// <summary>Leases are held to be extended, and are not.</summary>
    NeverExtend,

    /// <summary>What the drain shows again stays invisible.</summary>
    StrandAtDrain,

    /// <summary>Ten messages are received whatever room there is.</summary>
    IgnoreRoom,

    /// <summary>Rejected messages are deleted, and never reach the dead-letter queue.</summary>
    SwallowDeadLetters,

    /// <summary>Messages that are not due are deleted, and never sent again.</summary>
    SwallowCopies,

    /// <summary>The messages of a FIFO queue come without their groups.</summary>
    ForgetGroups,
}
