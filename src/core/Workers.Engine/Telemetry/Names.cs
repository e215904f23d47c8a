namespace Workers.Engine.Telemetry;

/// <summary>
/// Every name of this assembly's telemetry: OpenTelemetry's where it has one (semantic conventions for messaging), else under
/// <c>workers</c>.
/// </summary>
internal static class Names
{
    /// <summary>The meter and the activity source.</summary>
    public const string Engine = "Workers.Engine";

    public const string ProcessDuration = "messaging.process.duration";
    public const string CallDuration = "messaging.client.operation.duration";
    public const string Calls = "workers.calls";
    public const string ReceiveFill = "workers.receive.fill";
    public const string HandlerDuration = "workers.handler.duration";
    public const string PublishedToHandled = "workers.handler.published_to_handled";
    public const string ReceivingPaused = "workers.receiving.paused";
    public const string InFlight = "workers.messages.in_flight";
    public const string Waiting = "workers.messages.waiting";
    public const string OldestMessage = "workers.messages.oldest";
    public const string Settled = "workers.messages.settled";
    public const string SentToHandled = "workers.messages.sent_to_handled";
    public const string LeaseMargin = "workers.leases.margin";
    public const string LeasesLost = "workers.leases.lost";
    public const string SlowResponses = "workers.responses.slow";

    // Attributes.
    public const string MessagingSystem = "messaging.system";
    public const string AwsSqs = "aws_sqs";
    public const string Process = "process";
    public const string Queue = "messaging.destination.name";
    public const string Operation = "messaging.operation.name";
    public const string OperationType = "messaging.operation.type";
    public const string MessageId = "messaging.message.id";
    public const string ConversationId = "messaging.message.conversation_id";
    public const string Error = "error.type";
    public const string Outcome = "outcome";
    public const string Handler = "handler";
    public const string EventId = "workers.event.id";
    public const string ReceiveCount = "workers.receive.count";
}
