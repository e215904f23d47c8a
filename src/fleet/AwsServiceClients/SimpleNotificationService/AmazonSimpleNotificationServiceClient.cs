using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Shared;
using Amazon.SimpleNotificationService.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService;

/// <summary>A client of SNS. Thread-safe: one serves a whole process.</summary>
public class AmazonSimpleNotificationServiceClient : AmazonServiceClient, IAmazonSimpleNotificationService
{
    /// <summary>Finds credentials by the usual chain, unless the configuration names them.</summary>
    public AmazonSimpleNotificationServiceClient(AmazonSimpleNotificationServiceConfig config)
        : base(config)
    {
    }

    /// <summary>Uses the given credentials.</summary>
    public AmazonSimpleNotificationServiceClient(AWSCredentials credentials, AmazonSimpleNotificationServiceConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata { get; } = new SnsMetadata();

    /// <inheritdoc/>
    public virtual Task<CreateTopicResponse> CreateTopicAsync(
        CreateTopicRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateTopicResponse>(request, SnsOperations.CreateTopic, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteTopicResponse> DeleteTopicAsync(
        DeleteTopicRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteTopicResponse>(request, SnsOperations.DeleteTopic, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetTopicAttributesResponse> GetTopicAttributesAsync(
        GetTopicAttributesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetTopicAttributesResponse>(request, SnsOperations.GetTopicAttributes, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTagsForResourceResponse>(request, SnsOperations.ListTagsForResource, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTopicsResponse> ListTopicsAsync(
        ListTopicsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTopicsResponse>(request, SnsOperations.ListTopics, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PublishResponse> PublishAsync(
        PublishRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PublishResponse>(request, SnsOperations.Publish, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SetTopicAttributesResponse> SetTopicAttributesAsync(
        SetTopicAttributesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SetTopicAttributesResponse>(request, SnsOperations.SetTopicAttributes, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SubscribeResponse> SubscribeAsync(
        SubscribeRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SubscribeResponse>(request, SnsOperations.Subscribe, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagResourceResponse>(request, SnsOperations.TagResource, cancellationToken);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Handler());
    }

    /// <summary>The service's name for the runtime's metrics and endpoint settings; no operation is renamed.</summary>
    private sealed class SnsMetadata : IServiceMetadata
    {
        public string ServiceId => AmazonSimpleNotificationServiceConfig.ServiceId;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }
}
