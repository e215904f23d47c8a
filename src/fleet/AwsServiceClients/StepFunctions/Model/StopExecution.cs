using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Stops an execution; no Catch of it runs.</summary>
public class StopExecutionRequest : AmazonStepFunctionsRequest
{
    /// <summary>Why it is stopped.</summary>
    public string Cause { get; set; }

    /// <summary>The error to end with.</summary>
    public string Error { get; set; }

    /// <summary>The execution's ARN; required.</summary>
    public string ExecutionArn { get; set; }
}

/// <summary>The execution that was stopped.</summary>
public class StopExecutionResponse : AmazonWebServiceResponse
{
    /// <summary>When it ended.</summary>
    public DateTime? StopDate { get; set; }
}
