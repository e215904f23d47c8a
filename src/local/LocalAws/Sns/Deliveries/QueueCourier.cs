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
        var refusal = delivery.Attributes.Count > MostRawAttributes
            ? new QueueRefusal("InvalidParameterValue", $"A message in a queue has at most {MostRawAttributes} attributes.")
            : queues.Send(delivery);
        if (refusal is not null)
        {
            DeadLetter(message, subscription, refusal.Code, refusal.Message);
        }
    }

    /// <summary>Puts what could not be delivered into the subscription's dead-letter queue; without one it is gone, as on AWS.</summary>
    public void DeadLetter(PublishedMessage message, Subscription subscription, string errorCode, string errorMessage)
    {
        if (subscription.DeadLetterArn is not { } queue)
        {
            return;
        }

        var delivery = Pack(message, subscription, queue);
        queues.Send(subscription.IsRaw ? delivery : delivery with
        {
            Attributes = new Dictionary<string, MessageAttributeValue>
            {
                ["RequestID"] = Text(message.Id),
                ["ErrorCode"] = Text(errorCode),
                ["ErrorMessage"] = Text(errorMessage),
            },
        });
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

    private static MessageAttributeValue Text(string value) => new("String", value, null);
}
