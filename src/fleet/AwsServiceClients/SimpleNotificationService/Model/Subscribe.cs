using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>Subscribes an endpoint to a topic; one of another account, or of no account, has to confirm.</summary>
public class SubscribeRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>The subscription's attributes, by name, such as <c>FilterPolicy</c>.</summary>
    public Dictionary<string, string> Attributes { get; set; }

    /// <summary>Where messages go: a queue's ARN, a mail address, a URL.</summary>
    public string Endpoint { get; set; }

    /// <summary>How they go: <c>sqs</c>, <c>email</c>, <c>https</c>; required.</summary>
    public string Protocol { get; set; }

    /// <summary>Whether the answer has the ARN before the endpoint has confirmed; null means no.</summary>
    public bool? ReturnSubscriptionArn { get; set; }

    /// <summary>The topic; required.</summary>
    public string TopicArn { get; set; }
}

/// <summary>The subscription.</summary>
public class SubscribeResponse : AmazonWebServiceResponse
{
    /// <summary>The subscription's ARN, or <c>pending confirmation</c>.</summary>
    public string SubscriptionArn { get; set; }
}
