using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Starts to move the messages of a dead-letter queue.</summary>
public class StartMessageMoveTaskRequest : AmazonSQSRequest
{
    /// <summary>Where the messages go; null means back to the queues they came from.</summary>
    public string DestinationArn { get; set; }

    /// <summary>The rate, from 1 to 500; null lets SQS choose.</summary>
    public int? MaxNumberOfMessagesPerSecond { get; set; }

    /// <summary>The ARN of the dead-letter queue; required.</summary>
    public string SourceArn { get; set; }
}

/// <summary>The task that was started.</summary>
public class StartMessageMoveTaskResponse : AmazonWebServiceResponse
{
    /// <summary>Identifies the task, for cancelling it.</summary>
    public string TaskHandle { get; set; }
}
