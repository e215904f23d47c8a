using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Lists the latest move tasks of a dead-letter queue.</summary>
public class ListMessageMoveTasksRequest : AmazonSQSRequest
{
    /// <summary>How many tasks, from 1 to 10; null means 1.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The ARN of the dead-letter queue; required.</summary>
    public string SourceArn { get; set; }
}

/// <summary>Move tasks of a dead-letter queue.</summary>
public class ListMessageMoveTasksResponse : AmazonWebServiceResponse
{
    /// <summary>The tasks, newest first; null when there are none.</summary>
    public List<ListMessageMoveTasksResultEntry> Results { get; set; }
}

/// <summary>A move task and how far it has come.</summary>
public class ListMessageMoveTasksResultEntry
{
    /// <summary>How many messages were moved so far.</summary>
    public long? ApproximateNumberOfMessagesMoved { get; set; }

    /// <summary>How many messages there were when the task started.</summary>
    public long? ApproximateNumberOfMessagesToMove { get; set; }

    /// <summary>Where the messages go; null means back to the queues they came from.</summary>
    public string DestinationArn { get; set; }

    /// <summary>Why the task failed, if it did.</summary>
    public string FailureReason { get; set; }

    /// <summary>The rate that was asked for.</summary>
    public int? MaxNumberOfMessagesPerSecond { get; set; }

    /// <summary>The ARN of the dead-letter queue.</summary>
    public string SourceArn { get; set; }

    /// <summary>When the task started, in epoch milliseconds.</summary>
    public long? StartedTimestamp { get; set; }

    /// <summary><c>RUNNING</c>, <c>COMPLETED</c>, <c>CANCELLING</c>, <c>CANCELLED</c> or <c>FAILED</c>.</summary>
    public string Status { get; set; }

    /// <summary>Identifies the task while it runs.</summary>
    public string TaskHandle { get; set; }
}
