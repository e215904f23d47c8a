using Amazon.EventBridge.Internal;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Shared;

namespace Amazon.EventBridge;

/// <summary>A client of EventBridge. Thread-safe: one serves a whole process.</summary>
public class AmazonEventBridgeClient : AmazonServiceClient, IAmazonEventBridge
{
    /// <summary>Finds credentials by the usual chain, unless the configuration names them.</summary>
    public AmazonEventBridgeClient(AmazonEventBridgeConfig config)
        : base(config)
    {
    }

    /// <summary>Uses the given credentials in a region.</summary>
    public AmazonEventBridgeClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonEventBridgeConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Uses the given credentials.</summary>
    public AmazonEventBridgeClient(AWSCredentials credentials, AmazonEventBridgeConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata { get; } = new EventBridgeMetadata();

    /// <inheritdoc/>
    public virtual Task<CancelReplayResponse> CancelReplayAsync(
        CancelReplayRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CancelReplayResponse>(request, EventBridgeOperations.CancelReplay, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateArchiveResponse> CreateArchiveAsync(
        CreateArchiveRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateArchiveResponse>(request, EventBridgeOperations.CreateArchive, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateEventBusResponse> CreateEventBusAsync(
        CreateEventBusRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateEventBusResponse>(request, EventBridgeOperations.CreateEventBus, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteArchiveResponse> DeleteArchiveAsync(
        DeleteArchiveRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteArchiveResponse>(request, EventBridgeOperations.DeleteArchive, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteEventBusResponse> DeleteEventBusAsync(
        DeleteEventBusRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteEventBusResponse>(request, EventBridgeOperations.DeleteEventBus, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteRuleResponse> DeleteRuleAsync(
        DeleteRuleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteRuleResponse>(request, EventBridgeOperations.DeleteRule, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeArchiveResponse> DescribeArchiveAsync(
        DescribeArchiveRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeArchiveResponse>(request, EventBridgeOperations.DescribeArchive, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeEventBusResponse> DescribeEventBusAsync(
        DescribeEventBusRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeEventBusResponse>(request, EventBridgeOperations.DescribeEventBus, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeReplayResponse> DescribeReplayAsync(
        DescribeReplayRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeReplayResponse>(request, EventBridgeOperations.DescribeReplay, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeRuleResponse> DescribeRuleAsync(
        DescribeRuleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeRuleResponse>(request, EventBridgeOperations.DescribeRule, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DisableRuleResponse> DisableRuleAsync(
        DisableRuleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DisableRuleResponse>(request, EventBridgeOperations.DisableRule, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<EnableRuleResponse> EnableRuleAsync(
        EnableRuleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<EnableRuleResponse>(request, EventBridgeOperations.EnableRule, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListArchivesResponse> ListArchivesAsync(
        ListArchivesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListArchivesResponse>(request, EventBridgeOperations.ListArchives, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListEventBusesResponse> ListEventBusesAsync(
        ListEventBusesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListEventBusesResponse>(request, EventBridgeOperations.ListEventBuses, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListRulesResponse> ListRulesAsync(
        ListRulesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListRulesResponse>(request, EventBridgeOperations.ListRules, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTagsForResourceResponse>(request, EventBridgeOperations.ListTagsForResource, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTargetsByRuleResponse> ListTargetsByRuleAsync(
        ListTargetsByRuleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTargetsByRuleResponse>(request, EventBridgeOperations.ListTargetsByRule, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutEventsResponse> PutEventsAsync(
        PutEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutEventsResponse>(request, EventBridgeOperations.PutEvents, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutRuleResponse> PutRuleAsync(
        PutRuleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRuleResponse>(request, EventBridgeOperations.PutRule, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutTargetsResponse> PutTargetsAsync(
        PutTargetsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutTargetsResponse>(request, EventBridgeOperations.PutTargets, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RemoveTargetsResponse> RemoveTargetsAsync(
        RemoveTargetsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RemoveTargetsResponse>(request, EventBridgeOperations.RemoveTargets, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StartReplayResponse> StartReplayAsync(
        StartReplayRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StartReplayResponse>(request, EventBridgeOperations.StartReplay, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagResourceResponse>(request, EventBridgeOperations.TagResource, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TestEventPatternResponse> TestEventPatternAsync(
        TestEventPatternRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TestEventPatternResponse>(request, EventBridgeOperations.TestEventPattern, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateArchiveResponse> UpdateArchiveAsync(
        UpdateArchiveRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateArchiveResponse>(request, EventBridgeOperations.UpdateArchive, cancellationToken);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Handler());
    }

    /// <summary>The service's name for the runtime's metrics and endpoint settings; no operation is renamed.</summary>
    private sealed class EventBridgeMetadata : IServiceMetadata
    {
        public string ServiceId => AmazonEventBridgeConfig.ServiceId;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }
}
