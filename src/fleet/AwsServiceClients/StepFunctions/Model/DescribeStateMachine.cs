using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Describes a state machine.</summary>
public class DescribeStateMachineRequest : AmazonStepFunctionsRequest
{
    /// <summary>The state machine's ARN; required.</summary>
    public string StateMachineArn { get; set; }
}

/// <summary>A state machine.</summary>
public class DescribeStateMachineResponse : AmazonWebServiceResponse
{
    /// <summary>When it was created.</summary>
    public DateTime? CreationDate { get; set; }

    /// <summary>The definition in the Amazon States Language.</summary>
    public string Definition { get; set; }

    /// <summary>What of its executions is logged, and where.</summary>
    public LoggingConfiguration LoggingConfiguration { get; set; }

    /// <summary>The name.</summary>
    public string Name { get; set; }

    /// <summary>The role that its executions act in.</summary>
    public string RoleArn { get; set; }

    /// <summary>The state machine's ARN.</summary>
    public string StateMachineArn { get; set; }

    /// <summary>Whether it is being deleted.</summary>
    public StateMachineStatus Status { get; set; }

    /// <summary>Whether X-Ray traces its executions.</summary>
    public TracingConfiguration TracingConfiguration { get; set; }

    /// <summary>The type.</summary>
    public StateMachineType Type { get; set; }
}
