using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Starts an execution; its name is its idempotency key.</summary>
public class StartExecutionRequest : AmazonStepFunctionsRequest
{
    /// <summary>What it begins with, as JSON; null means an empty object.</summary>
    public string Input { get; set; }

    /// <summary>The name, from 1 to 80 characters; null means a new one.</summary>
    public string Name { get; set; }

    /// <summary>The state machine's ARN; required.</summary>
    public string StateMachineArn { get; set; }

    /// <summary>The X-Ray trace it belongs to.</summary>
    public string TraceHeader { get; set; }
}

/// <summary>The execution that runs.</summary>
public class StartExecutionResponse : AmazonWebServiceResponse
{
    /// <summary>The execution's ARN.</summary>
    public string ExecutionArn { get; set; }

    /// <summary>When it began.</summary>
    public DateTime? StartDate { get; set; }
}
