using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Lists the tags of a bus or a rule.</summary>
public class ListTagsForResourceRequest : AmazonEventBridgeRequest
{
    /// <summary>The resource's ARN; required.</summary>
    public string ResourceARN { get; set; }
}

/// <summary>A resource's tags.</summary>
public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    /// <summary>The tags; null when the answer has none.</summary>
    public List<Tag> Tags { get; set; }
}
