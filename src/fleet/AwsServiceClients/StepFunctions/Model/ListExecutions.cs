using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Lists the executions of a state machine, the latest first, one page at a time.</summary>
public class ListExecutionsRequest : AmazonStepFunctionsRequest
{
    /// <summary>The size of a page, from 1 to 1000; null means 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Continues from where the previous page ended.</summary>
    public string NextToken { get; set; }

    /// <summary>The state machine's ARN; required.</summary>
    public string StateMachineArn { get; set; }

    /// <summary>Only executions that stand so; null means all.</summary>
    public ExecutionStatus StatusFilter { get; set; }
}

/// <summary>A page of executions.</summary>
public class ListExecutionsResponse : AmazonWebServiceResponse
{
    /// <summary>The executions; null when the answer has none.</summary>
    public List<ExecutionListItem> Executions { get; set; }

    /// <summary>Asks for the next page; null on the last one.</summary>
    public string NextToken { get; set; }
}

/// <summary>An execution in a listing.</summary>
public class ExecutionListItem
{
    /// <summary>The execution's ARN.</summary>
    public string ExecutionArn { get; set; }

    /// <summary>The execution's name.</summary>
    public string Name { get; set; }

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
