using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Ends a task as failed.</summary>
public class SendTaskFailureRequest : AmazonStepFunctionsRequest
{
    /// <summary>Why it failed.</summary>
    public string Cause { get; set; }

    /// <summary>The error, for Retry and Catch.</summary>
    public string Error { get; set; }

    /// <summary>The token under which the task waits; required.</summary>
    public string TaskToken { get; set; }
}

/// <summary>The answer to <see cref="SendTaskFailureRequest"/>; it carries nothing but its metadata.</summary>
public class SendTaskFailureResponse : AmazonWebServiceResponse;
