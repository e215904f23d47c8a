using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Describes an execution.</summary>
public class DescribeExecutionRequest : AmazonStepFunctionsRequest
{
    /// <summary>The execution's ARN; required.</summary>
    public string ExecutionArn { get; set; }
}

/// <summary>An execution.</summary>
public class DescribeExecutionResponse : AmazonWebServiceResponse
{
    /// <summary>Why it ended without success.</summary>
    public string Cause { get; set; }

    /// <summary>The error by which it ended without success.</summary>
    public string Error { get; set; }

    /// <summary>The execution's ARN.</summary>
    public string ExecutionArn { get; set; }

    /// <summary>What it began with, as JSON.</summary>
    public string Input { get; set; }

    /// <summary>The execution's name.</summary>
    public string Name { get; set; }

    /// <summary>What it ended with, as JSON; null unless it has succeeded.</summary>
    public string Output { get; set; }

    /// <summary>How often it was redriven.</summary>
    public int? RedriveCount { get; set; }

    /// <summary>When it began.</summary>
    public DateTime? StartDate { get; set; }

    /// <summary>The state machine's ARN.</summary>
    public string StateMachineArn { get; set; }

    /// <summary>How it stands.</summary>
    public ExecutionStatus Status { get; set; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTime? StopDate { get; set; }
}
