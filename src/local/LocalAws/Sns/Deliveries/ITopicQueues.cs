using LocalAws.Sns.Messages;

namespace LocalAws.Sns.Deliveries;

/// <summary>Where SNS delivers to: the server connects it to the queues, so that this room knows nothing of them.</summary>
internal interface ITopicQueues
{
    /// <summary>Delivers one message to a queue.</summary>
    /// <returns>Whether the queue took it.</returns>
    bool Send(QueueDelivery delivery);
}

/// <summary>A message on its way to a queue.</summary>
/// <param name="QueueArn">The queue.</param>
/// <param name="TopicArn">On whose behalf: a queue's policy may allow some topics and not others.</param>
/// <param name="Body">The message's body.</param>
/// <param name="Attributes">The message's attributes.</param>
internal sealed record QueueDelivery(
    string QueueArn, string TopicArn, string Body, IReadOnlyDictionary<string, MessageAttributeValue> Attributes)
{
    /// <summary>The group that the queue shares its messages out fairly by.</summary>
    public string? GroupId { get; init; }

    /// <summary>The X-Ray trace that the message belongs to.</summary>
    public string? TraceHeader { get; init; }
}
