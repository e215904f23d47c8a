using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Puts tags on a bus or a rule, over those of the same key.</summary>
public class TagResourceRequest : AmazonEventBridgeRequest
{
    /// <summary>The resource's ARN; required.</summary>
    public string ResourceARN { get; set; }

    /// <summary>The tags to put; required.</summary>
    public List<Tag> Tags { get; set; }
}

/// <summary>The answer to <see cref="TagResourceRequest"/>; it carries nothing but its metadata.</summary>
public class TagResourceResponse : AmazonWebServiceResponse;
