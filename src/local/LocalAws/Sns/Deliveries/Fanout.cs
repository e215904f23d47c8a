using LocalAws.Faults;
using LocalAws.Sns.Messages;
using LocalAws.Sns.Subscriptions;
using LocalAws.Sns.Topics;

namespace LocalAws.Sns.Deliveries;

/// <summary>Brings a message to the subscriptions of its topic that want it.</summary>
internal sealed class Fanout(Store store, QueueCourier queues, HttpCourier http)
{
    /// <summary>
    /// Delivers. Queues have the message when this returns; endpoints get it in the background. Nobody answers for the other protocols.
    /// </summary>
    public void Deliver(Topic topic, PublishedMessage message, RequestFaults? faults)
    {
        var times = faults?.Strikes(FaultKind.Duplicate) == true ? 2 : 1;
        foreach (var subscription in store.State.SubscriptionsOf(topic.Arn))
        {
            if (!subscription.IsConfirmed || subscription.Filter?.Matches(message) == false)
            {
                continue;
            }

            for (var time = 0; time < times; time++)
            {
                Deliver(topic, message, subscription);
            }
        }
    }

    private void Deliver(Topic topic, PublishedMessage message, Subscription subscription)
    {
        switch (subscription.Protocol)
        {
            case "sqs":
                queues.Deliver(message, subscription);
                break;
            case "http" or "https" when subscription.IsReachable:
                var policy = DeliveryPolicy.Of(
                    subscription.Attributes.GetValueOrDefault(SubscriptionAttributes.Delivery),
                    topic.Attributes.GetValueOrDefault(TopicAttributes.Delivery));
                http.Deliver(message, subscription, policy);
                break;
        }
    }
}
