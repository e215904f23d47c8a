using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>Sets one attribute of a topic.</summary>
public class SetTopicAttributesRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>The attribute; required.</summary>
    public string AttributeName { get; set; }

    /// <summary>Its value.</summary>
    public string AttributeValue { get; set; }

    /// <summary>The topic; required.</summary>
    public string TopicArn { get; set; }
}

/// <summary>The attribute was set.</summary>
public class SetTopicAttributesResponse : AmazonWebServiceResponse;
