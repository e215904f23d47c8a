using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Lists the tags of a state machine.</summary>
public class ListTagsForResourceRequest : AmazonStepFunctionsRequest
{
    /// <summary>The resource's ARN; required.</summary>
    public string ResourceArn { get; set; }
}

/// <summary>A resource's tags.</summary>
public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    /// <summary>The tags; null when the answer has none.</summary>
    public List<Tag> Tags { get; set; }
}
