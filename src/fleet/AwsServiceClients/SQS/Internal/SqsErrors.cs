using Amazon.Internal;
using Amazon.Runtime.Internal;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal;

/// <summary>The errors that SQS declares, by their names on the wire.</summary>
internal static class SqsErrors
{
    /// <summary>An error that the operation does not declare.</summary>
    public static AmazonSQSException Other(ErrorResponse e) =>
        new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);

    public static ModeledError BatchEntryIdsNotDistinct { get; } = new("BatchEntryIdsNotDistinct", e =>
        new BatchEntryIdsNotDistinctException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError BatchRequestTooLong { get; } = new("BatchRequestTooLong", e =>
        new BatchRequestTooLongException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError EmptyBatchRequest { get; } = new("EmptyBatchRequest", e =>
        new EmptyBatchRequestException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError InvalidAddress { get; } = new("InvalidAddress", e =>
        new InvalidAddressException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError InvalidAttributeName { get; } = new("InvalidAttributeName", e =>
        new InvalidAttributeNameException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError InvalidAttributeValue { get; } = new("InvalidAttributeValue", e =>
        new InvalidAttributeValueException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError InvalidBatchEntryId { get; } = new("InvalidBatchEntryId", e =>
        new InvalidBatchEntryIdException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError InvalidIdFormat { get; } = new("InvalidIdFormat", e =>
        new InvalidIdFormatException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError InvalidMessageContents { get; } = new("InvalidMessageContents", e =>
        new InvalidMessageContentsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError InvalidSecurity { get; } = new("InvalidSecurity", e =>
        new InvalidSecurityException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError KmsAccessDenied { get; } = new("KmsAccessDenied", e =>
        new KmsAccessDeniedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError KmsDisabled { get; } = new("KmsDisabled", e =>
        new KmsDisabledException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError KmsInvalidKeyUsage { get; } = new("KmsInvalidKeyUsage", e =>
        new KmsInvalidKeyUsageException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError KmsInvalidState { get; } = new("KmsInvalidState", e =>
        new KmsInvalidStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError KmsNotFound { get; } = new("KmsNotFound", e =>
        new KmsNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError KmsOptInRequired { get; } = new("KmsOptInRequired", e =>
        new KmsOptInRequiredException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError KmsThrottled { get; } = new("KmsThrottled", e =>
        new KmsThrottledException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError MessageNotInflight { get; } = new("MessageNotInflight", e =>
        new MessageNotInflightException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError OverLimit { get; } = new("OverLimit", e =>
        new OverLimitException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError PurgeQueueInProgress { get; } = new("PurgeQueueInProgress", e =>
        new PurgeQueueInProgressException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError QueueDeletedRecently { get; } = new("QueueDeletedRecently", e =>
        new QueueDeletedRecentlyException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError QueueDoesNotExist { get; } = new("QueueDoesNotExist", e =>
        new QueueDoesNotExistException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError QueueNameExists { get; } = new("QueueNameExists", e =>
        new QueueNameExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError ReceiptHandleIsInvalid { get; } = new("ReceiptHandleIsInvalid", e =>
        new ReceiptHandleIsInvalidException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError RequestThrottled { get; } = new("RequestThrottled", e =>
        new RequestThrottledException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError ResourceNotFound { get; } = new("ResourceNotFoundException", e =>
        new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError TooManyEntriesInBatchRequest { get; } = new("TooManyEntriesInBatchRequest", e =>
        new TooManyEntriesInBatchRequestException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError UnsupportedOperation { get; } = new("UnsupportedOperation", e =>
        new UnsupportedOperationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));
}
