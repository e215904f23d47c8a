namespace Amazon.EventBridge.Model;

/// <summary>Where a rule sends the events that match, and in what shape.</summary>
public class Target
{
    /// <summary>The target's ARN; required.</summary>
    public string Arn { get; set; }

    /// <summary>Where events go that could not be delivered.</summary>
    public DeadLetterConfig DeadLetterConfig { get; set; }

    /// <summary>Tells the target apart within its rule; required.</summary>
    public string Id { get; set; }

    /// <summary>A constant sent in the event's place, as JSON.</summary>
    public string Input { get; set; }

    /// <summary>The JSONPath of the part of the event that is sent.</summary>
    public string InputPath { get; set; }

    /// <summary>How a new text is made of the event.</summary>
    public InputTransformer InputTransformer { get; set; }

    /// <summary>How long and how often delivery is tried.</summary>
    public RetryPolicy RetryPolicy { get; set; }

    /// <summary>The role that EventBridge assumes to reach the target.</summary>
    public string RoleArn { get; set; }
}
