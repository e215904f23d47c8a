namespace LocalAws.Faults;

/// <summary>What goes wrong. On the wire the same names begin with a small letter: <c>dropAfter</c>.</summary>
public enum FaultKind
{
    /// <summary>The operation begins late, by the rule's delay.</summary>
    Latency,

    /// <summary>The operation happens at once, and its answer is late by the rule's delay: a receive's leases run meanwhile.</summary>
    LateAnswer,

    /// <summary>The operation is refused with the service's own error for too many requests. It has no effect.</summary>
    Throttle,

    /// <summary>The operation is refused with status 500 and the service's own name for it. It has no effect.</summary>
    InternalError,

    /// <summary>The connection ends without an answer, and the operation has no effect.</summary>
    DropBefore,

    /// <summary>The connection ends without an answer, and the operation has had its effect.</summary>
    DropAfter,

    /// <summary>
    /// Entries of a batch fail one by one, each with the rule's probability: SQS's batches, PublishBatch and PutEvents with an error of
    /// the service's, DynamoDB's as unprocessed.
    /// </summary>
    FailEntries,

    /// <summary>
    /// A received message stays visible though it is leased; an event put on a bus, or a message published to a topic, is delivered twice.
    /// </summary>
    Duplicate,

    /// <summary>
    /// A receive takes the second visible message instead of the first; an event put on a bus arrives later than those behind
    /// it, by the rule's delay.
    /// </summary>
    Reorder,

    /// <summary>A receipt has expired when it is used: the call, or the entry, is refused and the message visible at once.</summary>
    ExpireReceipt,

    /// <summary>
    /// A DynamoDB transaction stays open longer, by the rule's delay; others that touch its items are cancelled with
    /// TransactionConflict meanwhile.
    /// </summary>
    HoldTransaction,
}
