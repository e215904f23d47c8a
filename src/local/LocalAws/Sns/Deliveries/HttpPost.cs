using System.Net.Http.Headers;
using System.Text;
using LocalAws.Sns.Subscriptions;

namespace LocalAws.Sns.Deliveries;

/// <summary>What is posted to an endpoint, the same at every try.</summary>
/// <param name="Subscription">Whose endpoint it is.</param>
/// <param name="Type">What it is: <c>Notification</c> or <c>SubscriptionConfirmation</c>.</param>
/// <param name="Id">The message's id.</param>
/// <param name="Body">The body.</param>
/// <param name="IsRaw">Whether the body is the message as it was published.</param>
internal sealed record HttpPost(Subscription Subscription, string Type, string Id, string Body, bool IsRaw)
{
    public HttpRequestMessage ToRequest(DeliveryPolicy policy)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Subscription.Endpoint)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(policy.ContentType ?? "text/plain; charset=UTF-8");
        request.Headers.Add("User-Agent", "Amazon Simple Notification Service Agent");
        request.Headers.Add("x-amz-sns-message-type", Type);
        request.Headers.Add("x-amz-sns-message-id", Id);
        request.Headers.Add("x-amz-sns-topic-arn", Subscription.TopicArn);
        if (Type == "Notification")
        {
            request.Headers.Add("x-amz-sns-subscription-arn", Subscription.Arn);
        }

        if (IsRaw)
        {
            request.Headers.Add("x-amz-sns-rawdelivery", "true");
        }

        return request;
    }
}
