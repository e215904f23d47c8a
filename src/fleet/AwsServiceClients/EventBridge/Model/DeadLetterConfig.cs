namespace Amazon.EventBridge.Model;

/// <summary>Where events go that could not be delivered.</summary>
public class DeadLetterConfig
{
    /// <summary>The SQS queue's ARN.</summary>
    public string Arn { get; set; }
}
