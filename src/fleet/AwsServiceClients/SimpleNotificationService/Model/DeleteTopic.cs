using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>Deletes a topic and its subscriptions.</summary>
public class DeleteTopicRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>The topic; required.</summary>
    public string TopicArn { get; set; }
}

/// <summary>The topic is gone.</summary>
public class DeleteTopicResponse : AmazonWebServiceResponse;
