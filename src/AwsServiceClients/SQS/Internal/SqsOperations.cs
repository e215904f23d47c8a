using Amazon.Internal;
using Amazon.SQS.Model;
using Amazon.Runtime.Internal;
using static Amazon.SQS.Internal.SqsErrors;
using static Amazon.SQS.Internal.SqsJson;

namespace Amazon.SQS.Internal;

/// <summary>The operations of SQS: bodies, and the errors that each declares.</summary>
internal static class SqsOperations
{
    private static readonly JsonProtocol Protocol = new("Amazon.SQS", "AmazonSQS", "application/x-amz-json-1.0", "2012-11-05", Reader);

    private static readonly ModeledError[] Always = [InvalidAddress, InvalidSecurity, RequestThrottled, UnsupportedOperation];

    private static readonly ModeledError[] Batch =
        [BatchEntryIdsNotDistinct, EmptyBatchRequest, InvalidBatchEntryId, TooManyEntriesInBatchRequest];

    private static readonly ModeledError[] Kms =
        [KmsAccessDenied, KmsDisabled, KmsInvalidKeyUsage, KmsInvalidState, KmsNotFound, KmsOptInRequired, KmsThrottled];

    public static InvokeOptions CancelMessageMoveTask { get; } =
        Protocol.Operation("CancelMessageMoveTask", Wire.CancelMessageMoveTaskRequest, Wire.CancelMessageMoveTaskResponse,
            [ResourceNotFound, .. Always]);

    public static InvokeOptions ChangeMessageVisibility { get; } =
        Protocol.Operation<ChangeMessageVisibilityRequest, ChangeMessageVisibilityResponse>("ChangeMessageVisibility", Wire.ChangeMessageVisibilityRequest,
            [MessageNotInflight, QueueDoesNotExist, ReceiptHandleIsInvalid, .. Always]);

    public static InvokeOptions ChangeMessageVisibilityBatch { get; } =
        Protocol.Operation("ChangeMessageVisibilityBatch", Wire.ChangeMessageVisibilityBatchRequest, Wire.ChangeMessageVisibilityBatchResponse,
            [.. Batch, QueueDoesNotExist, .. Always]);

    public static InvokeOptions CreateQueue { get; } =
        Protocol.Operation("CreateQueue", Wire.CreateQueueRequest, Wire.CreateQueueResponse,
            [InvalidAttributeName, InvalidAttributeValue, QueueDeletedRecently, QueueNameExists, .. Always]);

    public static InvokeOptions DeleteMessage { get; } =
        Protocol.Operation<DeleteMessageRequest, DeleteMessageResponse>("DeleteMessage", Wire.DeleteMessageRequest,
            [InvalidIdFormat, QueueDoesNotExist, ReceiptHandleIsInvalid, .. Always]);

    public static InvokeOptions DeleteMessageBatch { get; } =
        Protocol.Operation("DeleteMessageBatch", Wire.DeleteMessageBatchRequest, Wire.DeleteMessageBatchResponse,
            [.. Batch, QueueDoesNotExist, .. Always]);

    public static InvokeOptions DeleteQueue { get; } =
        Protocol.Operation<DeleteQueueRequest, DeleteQueueResponse>("DeleteQueue", Wire.DeleteQueueRequest,
            [QueueDoesNotExist, .. Always]);

    public static InvokeOptions GetQueueAttributes { get; } =
        Protocol.Operation("GetQueueAttributes", Wire.GetQueueAttributesRequest, Wire.GetQueueAttributesResponse,
            [InvalidAttributeName, QueueDoesNotExist, .. Always]);

    public static InvokeOptions GetQueueUrl { get; } =
        Protocol.Operation("GetQueueUrl", Wire.GetQueueUrlRequest, Wire.GetQueueUrlResponse,
            [QueueDoesNotExist, .. Always]);

    public static InvokeOptions ListDeadLetterSourceQueues { get; } =
        Protocol.Operation("ListDeadLetterSourceQueues", Wire.ListDeadLetterSourceQueuesRequest, Wire.ListDeadLetterSourceQueuesResponse,
            [QueueDoesNotExist, .. Always]);

    public static InvokeOptions ListMessageMoveTasks { get; } =
        Protocol.Operation("ListMessageMoveTasks", Wire.ListMessageMoveTasksRequest, Wire.ListMessageMoveTasksResponse,
            [ResourceNotFound, .. Always]);

    public static InvokeOptions ListQueues { get; } =
        Protocol.Operation("ListQueues", Wire.ListQueuesRequest, Wire.ListQueuesResponse, [.. Always]);

    public static InvokeOptions ListQueueTags { get; } =
        Protocol.Operation("ListQueueTags", Wire.ListQueueTagsRequest, Wire.ListQueueTagsResponse,
            [QueueDoesNotExist, .. Always]);

    public static InvokeOptions PurgeQueue { get; } =
        Protocol.Operation<PurgeQueueRequest, PurgeQueueResponse>("PurgeQueue", Wire.PurgeQueueRequest,
            [PurgeQueueInProgress, QueueDoesNotExist, .. Always]);

    public static InvokeOptions ReceiveMessage { get; } =
        Protocol.Operation("ReceiveMessage", Wire.ReceiveMessageRequest, Wire.ReceiveMessageResponse,
            [OverLimit, QueueDoesNotExist, .. Kms, .. Always]);

    public static InvokeOptions SendMessage { get; } =
        Protocol.Operation("SendMessage", Wire.SendMessageRequest, Wire.SendMessageResponse,
            [InvalidMessageContents, QueueDoesNotExist, .. Kms, .. Always]);

    public static InvokeOptions SendMessageBatch { get; } =
        Protocol.Operation("SendMessageBatch", Wire.SendMessageBatchRequest, Wire.SendMessageBatchResponse,
            [.. Batch, BatchRequestTooLong, QueueDoesNotExist, .. Kms, .. Always]);

    public static InvokeOptions SetQueueAttributes { get; } =
        Protocol.Operation<SetQueueAttributesRequest, SetQueueAttributesResponse>("SetQueueAttributes", Wire.SetQueueAttributesRequest,
            [InvalidAttributeName, InvalidAttributeValue, OverLimit, QueueDoesNotExist, .. Always]);

    public static InvokeOptions StartMessageMoveTask { get; } =
        Protocol.Operation("StartMessageMoveTask", Wire.StartMessageMoveTaskRequest, Wire.StartMessageMoveTaskResponse,
            [ResourceNotFound, .. Always]);

    public static InvokeOptions TagQueue { get; } =
        Protocol.Operation<TagQueueRequest, TagQueueResponse>("TagQueue", Wire.TagQueueRequest,
            [QueueDoesNotExist, .. Always]);
}
