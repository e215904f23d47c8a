namespace Workers.Engine;

/// <summary>What becomes of a message whose event nobody here handles.</summary>
public enum UnknownEvents
{
    /// <summary>It goes to the dead-letter queue: a rule sends what no handler expects, and somebody should know.</summary>
    Reject,

    /// <summary>It is deleted and counted: the queue is known to carry more than this worker wants.</summary>
    Ignore,
}
