namespace Workers.Engine.Leasing;

/// <summary>Why a handler's token was cancelled. A later reason outweighs an earlier one.</summary>
internal enum Interruption
{
    /// <summary>It was not.</summary>
    None,

    /// <summary><see cref="QueueConsumerOptions.MaxHandlingTime"/> passed: a failure of the handler.</summary>
    HandlingTooLong,

    /// <summary>The drain's limit passed: the message is shown again at once.</summary>
    DrainOver,

    /// <summary>The message may be somebody else's by now: nothing is settled.</summary>
    LeaseLost,
}
