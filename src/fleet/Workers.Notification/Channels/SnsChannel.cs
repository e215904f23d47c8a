using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Microsoft.Extensions.Options;
using Workers.Contracts.Ranges;
using Workers.Events;
using Workers.Notification.Templates;

namespace Workers.Notification.Channels;

/// <summary>
/// Publishes a notification to a topic, for whoever subscribes. Its attributes are what subscribers filter by, and its id, the same at
/// every try, is what they drop repeats by.
/// </summary>
internal sealed class SnsChannel(IAmazonSimpleNotificationService sns, IOptions<SnsChannelOptions> options) : IChannel
{
    // "Less than 100 characters long."
    private const int LongestSubject = 99;

    public string Name => ChannelNames.Sns;

    public async Task SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        try
        {
            await sns.PublishAsync(Request(notification), cancellationToken);
        }
        catch (Exception failure) when (failure is InvalidParameterException or InvalidParameterValueException && !IsAboutTheTopic(failure))
        {
            throw new UndeliverableException($"SNS refused it: {failure.Message}");
        }
        catch (Exception failure) when (AwsFailures.Of(failure, cancellationToken) is { } kind)
        {
            throw new ChannelDownException($"SNS did not take it ({kind}): {failure.Message}");
        }
    }

    private PublishRequest Request(OutgoingNotification notification)
    {
        var draft = notification.Draft;
        return new()
        {
            TopicArn = options.Value.TopicArn,
            Subject = SubjectOf(draft),
            Message = draft.Body,
            MessageAttributes = Attributes(
                ("notificationId", notification.NotificationId),
                ("template", draft.Template),
                ("priority", draft.Urgent ? "urgent" : "normal"),
                ("orderId", draft.OrderId),
                ("productId", draft.ProductId)),
        };
    }

    private static Dictionary<string, MessageAttributeValue> Attributes(params IEnumerable<(string Name, string? Value)> attributes) =>
        attributes.Where(attribute => !string.IsNullOrEmpty(attribute.Value)).ToDictionary(
            attribute => attribute.Name,
            attribute => new MessageAttributeValue { DataType = "String", StringValue = attribute.Value });

    /// <summary>The subject as SNS takes it.</summary>
    private static string SubjectOf(Draft draft) =>
        draft.Subject.Trim() is { Length: > 0 } subject ? Limits.Cut(subject, LongestSubject) : draft.Template;

    // The topic's ARN is wrong for every notification.
    private static bool IsAboutTheTopic(Exception failure) => failure.Message.Contains("TopicArn", StringComparison.Ordinal);
}
