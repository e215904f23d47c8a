using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>Publishes a message, up to 256 KiB with its attributes.</summary>
public class PublishRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>The message; required.</summary>
    public string Message { get; set; }

    /// <summary>The message's attributes, by which subscriptions filter.</summary>
    public Dictionary<string, MessageAttributeValue> MessageAttributes { get; set; }

    /// <summary><c>json</c>, where the message has a text per protocol.</summary>
    public string MessageStructure { get; set; }

    /// <summary>The subject, as mail shows it: one line of up to 100 characters.</summary>
    public string Subject { get; set; }

    /// <summary>The topic.</summary>
    public string TopicArn { get; set; }
}

/// <summary>The message was published.</summary>
public class PublishResponse : AmazonWebServiceResponse
{
    /// <summary>The id that SNS gave it.</summary>
    public string MessageId { get; set; }
}
