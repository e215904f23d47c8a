namespace Amazon.EventBridge.Model;

/// <summary>Where a rule sends the events that match, and in what shape.</summary>
public class Target
{
    /// <summary>For an AppSync API: what to run.</summary>
    public AppSyncParameters AppSyncParameters { get; set; }

    /// <summary>The target's ARN; required.</summary>
    public string Arn { get; set; }

    /// <summary>Where events go that could not be delivered.</summary>
    public DeadLetterConfig DeadLetterConfig { get; set; }

    /// <summary>For an API destination: parts of the HTTP request.</summary>
    public HttpParameters HttpParameters { get; set; }

    /// <summary>Tells the target apart within its rule; required.</summary>
    public string Id { get; set; }

    /// <summary>A constant sent in the event's place, as JSON.</summary>
    public string Input { get; set; }

    /// <summary>The JSONPath of the part of the event that is sent.</summary>
    public string InputPath { get; set; }

    /// <summary>How a new text is made of the event.</summary>
    public InputTransformer InputTransformer { get; set; }

    /// <summary>For a Kinesis stream: the partition key.</summary>
    public KinesisParameters KinesisParameters { get; set; }

    /// <summary>How long and how often delivery is tried.</summary>
    public RetryPolicy RetryPolicy { get; set; }

    /// <summary>The role that EventBridge assumes to reach the target.</summary>
    public string RoleArn { get; set; }

    /// <summary>For Systems Manager Run Command: where it runs.</summary>
    public RunCommandParameters RunCommandParameters { get; set; }

    /// <summary>For an SQS queue: the message group.</summary>
    public SqsParameters SqsParameters { get; set; }
}
