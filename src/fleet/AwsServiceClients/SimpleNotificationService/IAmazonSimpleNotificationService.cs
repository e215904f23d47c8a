using Amazon.Runtime;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService;

/// <summary>
/// SNS, as this project uses it: the official interface without the operations that nothing here calls. A fake derives from
/// <see cref="AmazonSimpleNotificationServiceClient"/>, whose methods are virtual, and so fits the official one too.
/// </summary>
public interface IAmazonSimpleNotificationService : IAmazonService, IDisposable
{
    /// <summary>Makes a topic, or finds the one that is there already.</summary>
    Task<CreateTopicResponse> CreateTopicAsync(
        CreateTopicRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a topic and its subscriptions; one that does not exist is no error.</summary>
    Task<DeleteTopicResponse> DeleteTopicAsync(
        DeleteTopicRequest request, CancellationToken cancellationToken = default);

    /// <summary>Shows a topic's attributes.</summary>
    Task<GetTopicAttributesResponse> GetTopicAttributesAsync(
        GetTopicAttributesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the tags of a topic.</summary>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists topics, one page at a time.</summary>
    Task<ListTopicsResponse> ListTopicsAsync(
        ListTopicsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Publishes a message to a topic.</summary>
    Task<PublishResponse> PublishAsync(
        PublishRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets one attribute of a topic.</summary>
    Task<SetTopicAttributesResponse> SetTopicAttributesAsync(
        SetTopicAttributesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Subscribes an endpoint to a topic.</summary>
    Task<SubscribeResponse> SubscribeAsync(
        SubscribeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Puts tags on a topic.</summary>
    Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSimpleNotificationServiceConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonSimpleNotificationServiceConfig config)
        {
            throw new AmazonClientException("A client of SNS needs an AmazonSimpleNotificationServiceConfig.");
        }

        return awsCredentials is null
            ? new AmazonSimpleNotificationServiceClient(config)
            : new AmazonSimpleNotificationServiceClient(awsCredentials, config);
    }
}
