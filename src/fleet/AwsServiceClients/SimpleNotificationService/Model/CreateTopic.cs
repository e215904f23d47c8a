using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>Makes a topic; one of that name, with the same attributes and tags, is as good.</summary>
public class CreateTopicRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>The attributes of a new topic, by name.</summary>
    public Dictionary<string, string> Attributes { get; set; }

    /// <summary>The topic's name; required.</summary>
    public string Name { get; set; }

    /// <summary>The tags of a new topic.</summary>
    public List<Tag> Tags { get; set; }
}

/// <summary>The topic that was made or found.</summary>
public class CreateTopicResponse : AmazonWebServiceResponse
{
    /// <summary>The topic's ARN.</summary>
    public string TopicArn { get; set; }
}
