using Amazon.Internal;
using Amazon.Runtime.Internal;
using Amazon.SQS.Model;
using static Amazon.SQS.Internal.SqsErrors;

namespace Amazon.SQS.Internal;

/// <summary>The operations of SQS, with the errors that each declares.</summary>
internal static class SqsOperations
{
    private static readonly JsonProtocol Protocol = new()
    {
        ServiceName = "Amazon.SQS",
        TargetPrefix = "AmazonSQS",
        ContentType = "application/x-amz-json-1.0",
        ApiVersion = "2012-11-05",
        Json = SqsJson.Wire,
        CommonErrors = [InvalidAddress, InvalidSecurity, RequestThrottled, UnsupportedOperation],
        OtherError = Other,
        IsQueryCompatible = true,
    };

    private static readonly ModeledError[] Batch =
        [BatchEntryIdsNotDistinct, EmptyBatchRequest, InvalidBatchEntryId, TooManyEntriesInBatchRequest];

    private static readonly ModeledError[] Kms =
    [
        KmsAccessDenied, KmsDisabled, KmsInvalidKeyUsage, KmsInvalidState, KmsNotFound, KmsOptInRequired,
        KmsThrottled
    ];

    public static InvokeOptions CancelMessageMoveTask { get; } =
        Protocol.Operation<CancelMessageMoveTaskRequest, CancelMessageMoveTaskResponse>([ResourceNotFound]);

    public static InvokeOptions ChangeMessageVisibility { get; } =
        Protocol.OperationWithoutResult<ChangeMessageVisibilityRequest, ChangeMessageVisibilityResponse>(
            [MessageNotInflight, QueueDoesNotExist, ReceiptHandleIsInvalid]);

    public static InvokeOptions ChangeMessageVisibilityBatch { get; } =
        Protocol.Operation<ChangeMessageVisibilityBatchRequest, ChangeMessageVisibilityBatchResponse>(
            [.. Batch, QueueDoesNotExist]);

    public static InvokeOptions CreateQueue { get; } =
        Protocol.Operation<CreateQueueRequest, CreateQueueResponse>(
            [InvalidAttributeName, InvalidAttributeValue, QueueDeletedRecently, QueueNameExists]);

    public static InvokeOptions DeleteMessage { get; } =
        Protocol.OperationWithoutResult<DeleteMessageRequest, DeleteMessageResponse>(
            [InvalidIdFormat, QueueDoesNotExist, ReceiptHandleIsInvalid]);

    public static InvokeOptions DeleteMessageBatch { get; } =
        Protocol.Operation<DeleteMessageBatchRequest, DeleteMessageBatchResponse>([.. Batch, QueueDoesNotExist]);

    public static InvokeOptions DeleteQueue { get; } =
        Protocol.OperationWithoutResult<DeleteQueueRequest, DeleteQueueResponse>([QueueDoesNotExist]);

    public static InvokeOptions GetQueueAttributes { get; } =
        Protocol.Operation<GetQueueAttributesRequest, GetQueueAttributesResponse>(
            [InvalidAttributeName, QueueDoesNotExist]);

    public static InvokeOptions GetQueueUrl { get; } =
        Protocol.Operation<GetQueueUrlRequest, GetQueueUrlResponse>([QueueDoesNotExist]);

    public static InvokeOptions ListDeadLetterSourceQueues { get; } =
        Protocol.Operation<ListDeadLetterSourceQueuesRequest, ListDeadLetterSourceQueuesResponse>([QueueDoesNotExist]);

    public static InvokeOptions ListMessageMoveTasks { get; } =
        Protocol.Operation<ListMessageMoveTasksRequest, ListMessageMoveTasksResponse>([ResourceNotFound]);

    public static InvokeOptions ListQueues { get; } =
        Protocol.Operation<ListQueuesRequest, ListQueuesResponse>([]);

    public static InvokeOptions ListQueueTags { get; } =
        Protocol.Operation<ListQueueTagsRequest, ListQueueTagsResponse>([QueueDoesNotExist]);

    public static InvokeOptions PurgeQueue { get; } =
        Protocol.OperationWithoutResult<PurgeQueueRequest, PurgeQueueResponse>(
            [PurgeQueueInProgress, QueueDoesNotExist]);

    public static InvokeOptions ReceiveMessage { get; } =
        Protocol.Operation<ReceiveMessageRequest, ReceiveMessageResponse>([OverLimit, QueueDoesNotExist, .. Kms]);

    public static InvokeOptions SendMessage { get; } =
        Protocol.Operation<SendMessageRequest, SendMessageResponse>(
            [InvalidMessageContents, QueueDoesNotExist, .. Kms]);

    public static InvokeOptions SendMessageBatch { get; } =
        Protocol.Operation<SendMessageBatchRequest, SendMessageBatchResponse>(
            [.. Batch, BatchRequestTooLong, QueueDoesNotExist, .. Kms]);

    public static InvokeOptions SetQueueAttributes { get; } =
        Protocol.OperationWithoutResult<SetQueueAttributesRequest, SetQueueAttributesResponse>(
            [InvalidAttributeName, InvalidAttributeValue, OverLimit, QueueDoesNotExist]);

    public static InvokeOptions StartMessageMoveTask { get; } =
        Protocol.Operation<StartMessageMoveTaskRequest, StartMessageMoveTaskResponse>([ResourceNotFound]);

    public static InvokeOptions TagQueue { get; } =
        Protocol.OperationWithoutResult<TagQueueRequest, TagQueueResponse>([QueueDoesNotExist]);
}
