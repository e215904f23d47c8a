using LocalAws.Sns.Messages;
using LocalAws.Sns.Subscriptions;

namespace LocalAws.Sns.Deliveries;

/// <summary>Delivers to queues. A queue that does not take a message will not take it later either: there is no second try.</summary>
internal sealed class QueueCourier(ITopicQueues queues)
{
    private const int MostRawAttributes = 10;

    private static readonly Dictionary<string, MessageAttributeValue> None = [];

    public void Deliver(PublishedMessage message, Subscription subscription)
    {
        var delivery = Pack(message, subscription, subscription.Endpoint);
        if (delivery.Attributes.Count > MostRawAttributes || !queues.Send(delivery))
        {
            DeadLetter(message, subscription);
        }
    }

    /// <summary>Puts what could not be delivered into the subscription's dead-letter queue; without one it is gone, as on AWS.</summary>
    public void DeadLetter(PublishedMessage message, Subscription subscription)
    {
        if (subscription.DeadLetterArn is { } queue)
        {
            queues.Send(Pack(message, subscription, queue));
        }
    }

    private static QueueDelivery Pack(PublishedMessage message, Subscription subscription, string queueArn) => new(
        queueArn,
        message.TopicArn,
        subscription.IsRaw ? message.BodyFor(subscription.Protocol) : Notification.Of(message, subscription),
        subscription.IsRaw ? message.Attributes : None)
    {
        GroupId = message.GroupId,
        TraceHeader = message.TraceHeader,
    };
}
