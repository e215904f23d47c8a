using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>Asks for a topic's attributes.</summary>
public class GetTopicAttributesRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>The topic; required.</summary>
    public string TopicArn { get; set; }
}

/// <summary>A topic's attributes.</summary>
public class GetTopicAttributesResponse : AmazonWebServiceResponse
{
    /// <summary>The attributes, by name.</summary>
    public Dictionary<string, string> Attributes { get; set; }
}
