using System.Net.Http.Headers;
using System.Text;
using LocalAws.Sns.Messages;
using LocalAws.Sns.Subscriptions;

namespace LocalAws.Sns.Deliveries;

/// <summary>What is posted to an endpoint.</summary>
/// <param name="Subscription">Whose endpoint.</param>
/// <param name="Type">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Body">Its body.</param>
/// <param name="IsRaw">Whether the body is the message as it was published.</param>
/// <param name="Policy">How often it is tried again.</param>
/// <param name="Message">What goes to the dead-letter queue when it is not delivered in the end; null when nothing does.</param>
internal sealed record HttpPost(
    Subscription Subscription, string Type, string Id, string Body, bool IsRaw, DeliveryPolicy Policy, PublishedMessage? Message)
{
    public const string Notification = "Notification";
    public const string Confirmation = "SubscriptionConfirmation";
    public const string EndConfirmation = "UnsubscribeConfirmation";

    /// <summary>How often it was, or is about to be, tried again.</summary>
    public int Retries { get; init; }

    /// <summary>When it is tried again; null while it has not failed.</summary>
    public DateTimeOffset? Due { get; init; }

    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Subscription.Endpoint)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Policy.ContentType ?? "text/plain; charset=UTF-8");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip,deflate");
        request.Headers.TryAddWithoutValidation("Connection", "Keep-Alive");
        request.Headers.Add("User-Agent", "Amazon Simple Notification Service Agent");
        request.Headers.Add("x-amz-sns-message-type", Type);
        request.Headers.Add("x-amz-sns-message-id", Id);
        request.Headers.Add("x-amz-sns-topic-arn", Subscription.TopicArn);
        if (Type != Confirmation)
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
