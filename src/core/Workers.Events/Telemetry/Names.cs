namespace Workers.Events.Telemetry;

/// <summary>
/// Every name of this assembly's telemetry: OpenTelemetry's where it has one (semantic conventions for messaging), else under
/// <c>workers</c>.
/// </summary>
internal static class Names
{
    /// <summary>The meter and the activity source.</summary>
    public const string Events = "Workers.Events";

    public const string CallDuration = "messaging.client.operation.duration";
    public const string Published = "workers.events.published";
    public const string Failed = "workers.events.failed";

    // Attributes.
    public const string MessagingSystem = "messaging.system";
    public const string AwsEventBridge = "aws_eventbridge";
    public const string Bus = "messaging.destination.name";
    public const string Operation = "messaging.operation.name";
    public const string OperationType = "messaging.operation.type";
    public const string Publish = "publish";
    public const string Send = "send";
    public const string BatchSize = "messaging.batch.message_count";
    public const string Error = "error.type";
}
