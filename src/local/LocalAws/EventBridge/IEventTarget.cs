namespace LocalAws.EventBridge;

/// <summary>
/// Where EventBridge delivers: the server connects it to queues, topics and state machines, so that this room knows nothing of them.
/// </summary>
internal interface IEventTarget
{
    /// <summary>Whether this target takes deliveries for the ARN at all.</summary>
    bool Accepts(string targetArn);

    /// <summary>Delivers one body; a target that does not exist or refuses it says why.</summary>
    /// <param name="targetArn">The target's ARN.</param>
    /// <param name="body">The message, already transformed.</param>
    /// <param name="attributes">String message attributes; used for what goes to a dead-letter queue.</param>
    /// <param name="ruleArn">The rule that delivers: a queue's policy may allow some rules and not others.</param>
    /// <param name="traceHeader">The X-Ray trace that the event belongs to.</param>
    /// <param name="messageGroupId">The group that the message is to be of, where the target is a queue.</param>
    DeliveryResult Deliver(
        string targetArn,
        string body,
        IReadOnlyDictionary<string, string>? attributes = null,
        string? ruleArn = null,
        string? traceHeader = null,
        string? messageGroupId = null);
}
