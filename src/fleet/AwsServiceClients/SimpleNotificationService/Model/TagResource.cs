using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>Puts tags on a topic.</summary>
public class TagResourceRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>The topic; required.</summary>
    public string ResourceArn { get; set; }

    /// <summary>The tags; required.</summary>
    public List<Tag> Tags { get; set; }
}

/// <summary>The tags were put.</summary>
public class TagResourceResponse : AmazonWebServiceResponse;
