using LocalAws.EventBridge;
using LocalAws.Http;
using LocalAws.Sns;

namespace LocalAws;

/// <summary>Connects EventBridge's deliveries to the topics of the same process: each is published.</summary>
internal sealed class TopicTarget(SnsService sns) : IEventTarget
{
    private const string Service = "events.amazonaws.com";

    public bool Accepts(string targetArn) => SnsArn.TryParse(targetArn) is { Subscription: null };

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
            sns.Publish(targetArn, body, Service, ruleArn, traceHeader);
            return DeliveryResult.Delivered;
        }
        catch (AwsException exception)
        {
            var code = exception.Code switch
            {
                "NotFound" => "NO_RESOURCE",
                "AuthorizationError" => "NO_PERMISSIONS",
                _ => "ERROR_FROM_TARGET",
            };
            return new DeliveryResult(code, exception.Message, IsRetryable: exception.StatusCode >= 500);
        }
    }
}
