using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Stops a running move task; what was moved stays moved.</summary>
public class CancelMessageMoveTaskRequest : AmazonSQSRequest
{
    /// <summary>The handle of the running task; required.</summary>
    public string TaskHandle { get; set; }
}

/// <summary>How far the task had come.</summary>
public class CancelMessageMoveTaskResponse : AmazonWebServiceResponse
{
    /// <summary>How many messages were moved before the task stopped.</summary>
    public long? ApproximateNumberOfMessagesMoved { get; set; }
}
