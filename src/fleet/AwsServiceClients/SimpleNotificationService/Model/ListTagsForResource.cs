using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>Asks for the tags of a topic.</summary>
public class ListTagsForResourceRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>The topic; required.</summary>
    public string ResourceArn { get; set; }
}

/// <summary>The tags of a topic.</summary>
public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    /// <summary>The tags.</summary>
    public List<Tag> Tags { get; set; }
}
