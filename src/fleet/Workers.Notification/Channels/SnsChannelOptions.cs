using System.Text.RegularExpressions;

namespace Workers.Notification.Channels;

/// <summary>Where notifications are published. Bound from <c>Workers:Notification:Channels:sns</c>.</summary>
public sealed partial class SnsChannelOptions
{
    /// <summary>
    /// The ARN of the topic, <c>event-notifications</c> with the fleet's prefix: the stack's output <c>NotificationTopicArn</c>. A standard
    /// topic: FIFO topics want a group for each message.
    /// </summary>
    /// <value>Null; needed as soon as a template goes to this channel.</value>
    public string? TopicArn { get; set; }

    /// <summary>Whether it is the ARN of a standard topic.</summary>
    internal bool IsTopic => TopicArn is not null && StandardTopic().IsMatch(TopicArn);

    [GeneratedRegex(@"^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex StandardTopic();
}
