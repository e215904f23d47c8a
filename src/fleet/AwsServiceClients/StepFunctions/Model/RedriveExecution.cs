using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Goes on where an execution ended without success.</summary>
public class RedriveExecutionRequest : AmazonStepFunctionsRequest
{
    /// <summary>The request's idempotency key.</summary>
    public string ClientToken { get; set; }

    /// <summary>The execution's ARN; required.</summary>
    public string ExecutionArn { get; set; }
}

/// <summary>The redrive that has begun.</summary>
public class RedriveExecutionResponse : AmazonWebServiceResponse
{
    /// <summary>When it began.</summary>
    public DateTime? RedriveDate { get; set; }
}
