using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;
using Amazon.SQS.Model;

namespace Amazon.SQS;

/// <summary>
/// SQS, as this project uses it: the official interface without the operations that nothing here calls. A fake
/// derives from <see cref="AmazonSQSClient"/>, whose methods are virtual, and so fits the official one too.
/// </summary>
public interface IAmazonSQS : IAmazonService, IDisposable, ICoreAmazonSQS
{
    /// <summary>Stops a running move task.</summary>
    Task<CancelMessageMoveTaskResponse> CancelMessageMoveTaskAsync(
        CancelMessageMoveTaskRequest request, CancellationToken cancellationToken = default);

    /// <summary>Hides a received message for longer, or shows it again at once.</summary>
    Task<ChangeMessageVisibilityResponse> ChangeMessageVisibilityAsync(
        string queueUrl, string receiptHandle, int? visibilityTimeout, CancellationToken cancellationToken = default);

    /// <summary>Hides a received message for longer, or shows it again at once.</summary>
    Task<ChangeMessageVisibilityResponse> ChangeMessageVisibilityAsync(
        ChangeMessageVisibilityRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes the visibility of up to ten messages; read <c>Failed</c>, for each may fail on its own.
    /// </summary>
    Task<ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatchAsync(
        string queueUrl,
        List<ChangeMessageVisibilityBatchRequestEntry> entries,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes the visibility of up to ten messages; read <c>Failed</c>, for each may fail on its own.
    /// </summary>
    Task<ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatchAsync(
        ChangeMessageVisibilityBatchRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates a queue, or finds the one of that name with the same attributes.</summary>
    Task<CreateQueueResponse> CreateQueueAsync(string queueName, CancellationToken cancellationToken = default);

    /// <summary>Creates a queue, or finds the one of that name with the same attributes.</summary>
    Task<CreateQueueResponse> CreateQueueAsync(
        CreateQueueRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a received message.</summary>
    Task<DeleteMessageResponse> DeleteMessageAsync(
        string queueUrl, string receiptHandle, CancellationToken cancellationToken = default);

    /// <summary>Deletes a received message.</summary>
    Task<DeleteMessageResponse> DeleteMessageAsync(
        DeleteMessageRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes up to ten messages; read <c>Failed</c>, for each may fail on its own.</summary>
    Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(
        string queueUrl, List<DeleteMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>Deletes up to ten messages; read <c>Failed</c>, for each may fail on its own.</summary>
    Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(
        DeleteMessageBatchRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a queue with all its messages.</summary>
    Task<DeleteQueueResponse> DeleteQueueAsync(string queueUrl, CancellationToken cancellationToken = default);

    /// <summary>Deletes a queue with all its messages.</summary>
    Task<DeleteQueueResponse> DeleteQueueAsync(
        DeleteQueueRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads attributes of a queue.</summary>
    Task<GetQueueAttributesResponse> GetQueueAttributesAsync(
        string queueUrl, List<string> attributeNames, CancellationToken cancellationToken = default);

    /// <summary>Reads attributes of a queue.</summary>
    Task<GetQueueAttributesResponse> GetQueueAttributesAsync(
        GetQueueAttributesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Looks up a queue's URL by its name.</summary>
    Task<GetQueueUrlResponse> GetQueueUrlAsync(string queueName, CancellationToken cancellationToken = default);

    /// <summary>Looks up a queue's URL by its name.</summary>
    Task<GetQueueUrlResponse> GetQueueUrlAsync(
        GetQueueUrlRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the queues that dead-letter to a queue, one page at a time.</summary>
    Task<ListDeadLetterSourceQueuesResponse> ListDeadLetterSourceQueuesAsync(
        ListDeadLetterSourceQueuesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the latest move tasks of a dead-letter queue.</summary>
    Task<ListMessageMoveTasksResponse> ListMessageMoveTasksAsync(
        ListMessageMoveTasksRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists queues, one page at a time.</summary>
    Task<ListQueuesResponse> ListQueuesAsync(string queueNamePrefix, CancellationToken cancellationToken = default);

    /// <summary>Lists queues, one page at a time.</summary>
    Task<ListQueuesResponse> ListQueuesAsync(ListQueuesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists a queue's tags.</summary>
    Task<ListQueueTagsResponse> ListQueueTagsAsync(
        ListQueueTagsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes every message of a queue.</summary>
    Task<PurgeQueueResponse> PurgeQueueAsync(string queueUrl, CancellationToken cancellationToken = default);

    /// <summary>Deletes every message of a queue.</summary>
    Task<PurgeQueueResponse> PurgeQueueAsync(PurgeQueueRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Receives up to ten messages. Cancelling an open poll may strand messages that SQS has just handed out.
    /// </summary>
    Task<ReceiveMessageResponse> ReceiveMessageAsync(string queueUrl, CancellationToken cancellationToken = default);

    /// <summary>
    /// Receives up to ten messages. Cancelling an open poll may strand messages that SQS has just handed out.
    /// </summary>
    Task<ReceiveMessageResponse> ReceiveMessageAsync(
        ReceiveMessageRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sends a message to a queue.</summary>
    Task<SendMessageResponse> SendMessageAsync(
        string queueUrl, string messageBody, CancellationToken cancellationToken = default);

    /// <summary>Sends a message to a queue.</summary>
    Task<SendMessageResponse> SendMessageAsync(
        SendMessageRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sends up to ten messages; read <c>Failed</c>, for each may fail on its own.</summary>
    Task<SendMessageBatchResponse> SendMessageBatchAsync(
        string queueUrl, List<SendMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>Sends up to ten messages; read <c>Failed</c>, for each may fail on its own.</summary>
    Task<SendMessageBatchResponse> SendMessageBatchAsync(
        SendMessageBatchRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets attributes of a queue; those not named stay as they are.</summary>
    Task<SetQueueAttributesResponse> SetQueueAttributesAsync(
        string queueUrl, Dictionary<string, string> attributes, CancellationToken cancellationToken = default);

    /// <summary>Sets attributes of a queue; those not named stay as they are.</summary>
    Task<SetQueueAttributesResponse> SetQueueAttributesAsync(
        SetQueueAttributesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts to move the messages of a dead-letter queue.</summary>
    Task<StartMessageMoveTaskResponse> StartMessageMoveTaskAsync(
        StartMessageMoveTaskRequest request, CancellationToken cancellationToken = default);

    /// <summary>Puts tags on a queue.</summary>
    Task<TagQueueResponse> TagQueueAsync(TagQueueRequest request, CancellationToken cancellationToken = default);

    /// <summary>Answers which endpoint a request would be sent to, without sending it.</summary>
    Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSQSConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonSQSConfig config)
        {
            throw new AmazonClientException("A client of SQS needs an AmazonSQSConfig.");
        }

        return awsCredentials is null
            ? new AmazonSQSClient(config)
            : new AmazonSQSClient(awsCredentials, config);
    }
}
