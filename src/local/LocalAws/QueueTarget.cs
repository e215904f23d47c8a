using LocalAws.EventBridge;
using LocalAws.Http;
using LocalAws.Sqs;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Wire;

namespace LocalAws;

/// <summary>Connects EventBridge's deliveries to the queues of the same process, by ARN.</summary>
internal sealed class QueueTarget(SqsService sqs) : IEventTarget
{
    private const string Service = "events.amazonaws.com";

    public bool Accepts(string targetArn) => targetArn.StartsWith("arn:aws:sqs:", StringComparison.Ordinal);

    public DeliveryResult Deliver(
        string targetArn,
        string body,
        IReadOnlyDictionary<string, string>? attributes = null,
        string? ruleArn = null,
        string? traceHeader = null,
        string? messageGroupId = null)
    {
        try
        {
            sqs.Send(targetArn, Message(body, attributes, traceHeader, messageGroupId), Service, ruleArn);
            return DeliveryResult.Delivered;
        }
        catch (AwsException exception)
        {
            return new DeliveryResult(ErrorCode(exception), exception.Message, IsRetryable: exception.StatusCode >= 500);
        }
    }

    // What EventBridge calls these in the attributes of its dead letters.
    private static string ErrorCode(AwsException exception) => exception.Code switch
    {
        "QueueDoesNotExist" => "NO_RESOURCE",
        "AccessDeniedException" => "NO_PERMISSIONS",
        _ => "ERROR_FROM_TARGET",
    };

    private static SendMessageRequest Message(
        string body, IReadOnlyDictionary<string, string>? attributes, string? traceHeader, string? messageGroupId) => new(
            QueueUrl: null,
            Id: null,
            body,
            DelaySeconds: null,
            attributes?.ToDictionary(attribute => attribute.Key, attribute => Text(attribute.Value)),
            traceHeader is null ? null : new() { [MessageAttributeRules.TraceHeader] = Text(traceHeader) },
            MessageDeduplicationId: null,
            messageGroupId);

    private static MessageAttributeValue Text(string value) => new("String", value, null);
}
