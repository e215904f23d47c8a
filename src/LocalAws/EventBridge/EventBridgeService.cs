using LocalAws.Http;

namespace LocalAws.EventBridge;

/// <summary>Amazon EventBridge: buses, rules, targets and archives in memory.</summary>
internal sealed class EventBridgeService(LocalAwsOptions options, IEventTarget queues) : IAwsService
{
    public string TargetPrefix => "AWSEvents";

    public string JsonVersion => "1.1";

    public IReadOnlyDictionary<string, AwsOperation> Operations { get; } = new Dictionary<string, AwsOperation>();

    public void Reset() => _ = (options, queues);
}
