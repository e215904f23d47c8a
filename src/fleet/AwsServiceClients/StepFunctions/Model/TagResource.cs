using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Puts tags on a state machine, over those of the same key.</summary>
public class TagResourceRequest : AmazonStepFunctionsRequest
{
    /// <summary>The resource's ARN; required.</summary>
    public string ResourceArn { get; set; }

    /// <summary>The tags to put; required.</summary>
    public List<Tag> Tags { get; set; }
}

/// <summary>The answer to <see cref="TagResourceRequest"/>; it carries nothing but its metadata.</summary>
public class TagResourceResponse : AmazonWebServiceResponse;
