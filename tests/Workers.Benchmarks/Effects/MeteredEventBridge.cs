using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace Workers.Benchmarks.Effects;

/// <summary>An EventBridge client that counts what it is given.</summary>
internal sealed class MeteredEventBridge(AmazonEventBridgeConfig config, Meters meters) : AmazonEventBridgeClient(config)
{
    public override Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default)
    {
        meters.Published(request.Entries.Count);
        return base.PutEventsAsync(request, cancellationToken);
    }
}
