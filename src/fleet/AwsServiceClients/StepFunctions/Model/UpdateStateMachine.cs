using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Changes what is given of a state machine; executions that run go on as they began.</summary>
public class UpdateStateMachineRequest : AmazonStepFunctionsRequest
{
    /// <summary>The definition in the Amazon States Language; null leaves it.</summary>
    public string Definition { get; set; }

    /// <summary>What of its executions is logged, and where; null leaves it.</summary>
    public LoggingConfiguration LoggingConfiguration { get; set; }

    /// <summary>The role that its executions act in; null leaves it.</summary>
    public string RoleArn { get; set; }

    /// <summary>The state machine's ARN; required.</summary>
    public string StateMachineArn { get; set; }

    /// <summary>Whether X-Ray traces its executions; null leaves it.</summary>
    public TracingConfiguration TracingConfiguration { get; set; }
}

/// <summary>The state machine that was changed.</summary>
public class UpdateStateMachineResponse : AmazonWebServiceResponse
{
    /// <summary>When it was changed.</summary>
    public DateTime? UpdateDate { get; set; }
}
