namespace Workers.Provisioning.CloudFormation;

/// <summary>
/// The metrics that alarms and dashboard read. Ours have the names of our meters, which an OpenTelemetry collector's CloudWatch
/// EMF exporter keeps, with the attributes named here as dimensions; a spec holds them against the meters.
/// </summary>
internal static class MetricNames
{
    public const string Namespace = "ECommerce/EventDriven";
    public const string ProcessDuration = "messaging.process.duration";
    public const string SentToHandled = "workers.messages.sent_to_handled";
    public const string Settled = "workers.messages.settled";
    public const string Queue = "messaging.destination.name";
    public const string Outcome = "outcome";

    public const string DeadlinesMissed = "workers.orders.deadlines.missed";
    public const string PaymentAwaited = "payment";
    public const string ShipmentAwaited = "shipment";
    public const string Refunds = "workers.payments.refunds";
    public const string Refused = "refused";
    public const string TicketsOverdue = "workers.support.overdue";
    public const string Stuck = "stuck";
    public const string ExecutionsEnded = "workers.workflow.executions.ended";
    public const string Unclaimed = "unclaimed";

    /// <summary>ASP.NET Core's, in seconds.</summary>
    public const string RequestDuration = "http.server.request.duration";
    public const string Status = "http.response.status_code";
    public const string Scheme = "url.scheme";

    /// <summary>Every request has it: what is encrypted ends before the pods.</summary>
    public const string PlainScheme = "http";

    public const string SqsNamespace = "AWS/SQS";
    public const string SqsQueue = "QueueName";
    public const string Visible = "ApproximateNumberOfMessagesVisible";
    public const string InFlight = "ApproximateNumberOfMessagesNotVisible";
    public const string Age = "ApproximateAgeOfOldestMessage";

    public const string StatesNamespace = "AWS/States";
    public const string StateMachine = "StateMachineArn";

    /// <summary>EventBridge counts PutEvents per account and region, not per bus.</summary>
    public const string EventsNamespace = "AWS/Events";
    public const string PutEntries = "PutEventsEntriesCount";
    public const string FailedEntries = "PutEventsFailedEntriesCount";

    /// <summary>Outcomes that are errors. A wait is none: what it waits for has failed elsewhere.</summary>
    public static IReadOnlyList<string> Errors { get; } = ["failed", "rejected"];

    /// <summary>Outcomes that are not.</summary>
    public static IReadOnlyList<string> Successes { get; } = ["done", "ignored"];
}
