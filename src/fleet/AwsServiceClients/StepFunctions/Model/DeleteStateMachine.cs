using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Deletes a state machine once its executions have ended; one that does not exist is no error.</summary>
public class DeleteStateMachineRequest : AmazonStepFunctionsRequest
{
    /// <summary>The state machine's ARN; required.</summary>
    public string StateMachineArn { get; set; }
}

/// <summary>The answer to <see cref="DeleteStateMachineRequest"/>; it carries nothing but its metadata.</summary>
public class DeleteStateMachineResponse : AmazonWebServiceResponse;
