using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Ends a task as succeeded.</summary>
public class SendTaskSuccessRequest : AmazonStepFunctionsRequest
{
    /// <summary>The task's result, as JSON; required.</summary>
    public string Output { get; set; }

    /// <summary>The token under which the task waits; required.</summary>
    public string TaskToken { get; set; }
}

/// <summary>The answer to <see cref="SendTaskSuccessRequest"/>; it carries nothing but its metadata.</summary>
public class SendTaskSuccessResponse : AmazonWebServiceResponse;
