using LocalAws.Http;

namespace LocalAws.Sqs;

/// <summary>SQS's errors: the name of the JSON protocol, the older name beside it, and AWS's words.</summary>
internal static class SqsErrors
{
    private const string Modelled = "com.amazonaws.sqs";
    private const string Common = "com.amazon.coral.service";
    private const string OldPrefix = "AWS.SimpleQueueService.";

    public static AwsException QueueDoesNotExist() =>
        new("QueueDoesNotExist", "The specified queue does not exist.")
        {
            TypeNamespace = Modelled,
            QueryCode = OldPrefix + "NonExistentQueue",
            QueryMessage = "The specified queue does not exist for this wsdl version.",
        };

    public static AwsException QueueNameExists(string attribute) =>
        Error(
            "QueueNameExists",
            "QueueAlreadyExists",
            $"A queue already exists with the same name and a different value for attribute {attribute}");

    public static AwsException NotSupported(string member) =>
        Error("UnsupportedOperation", OldPrefix + "UnsupportedOperation", $"{member} is not supported.");

    public static AwsException UnknownAttribute(string name) => InvalidAttributeName($"Unknown Attribute {name}.");

    public static AwsException InvalidAttributeName(string message) =>
        Error("InvalidAttributeName", "InvalidAttributeName", message);

    public static AwsException InvalidAttributeValue(string attribute, string? reason = null) =>
        Error(
            "InvalidAttributeValue",
            "InvalidAttributeValue",
            $"Invalid value for the parameter {attribute}.{(reason is null ? "" : $" Reason: {reason}")}");

    public static AwsException InvalidMessageContents(string message) =>
        Error("InvalidMessageContents", "InvalidMessageContents", message);

    public static AwsException MissingParameter(string parameter) =>
        Error(
            "MissingRequiredParameterException",
            "MissingParameter",
            $"The request must contain the parameter {parameter}.",
            Common);

    public static AwsException InvalidParameter(string message) =>
        Error("InvalidParameterValueException", "InvalidParameterValue", message, Common);

    public static AwsException InvalidParameter(string parameter, object? value, string reason) =>
        InvalidParameter($"Value {value} for parameter {parameter} is invalid. Reason: {reason}");

    public static AwsException NotOfThisQueueType(string parameter, object? value) =>
        InvalidParameter(parameter, value, "The request include parameter that is not valid for this queue type.");

    public static AwsException EmptyBatch(string entry) =>
        Error("EmptyBatchRequest", OldPrefix + "EmptyBatchRequest", $"There should be at least one {entry} in the request.");

    public static AwsException TooManyEntries(int most, int count) =>
        Error(
            "TooManyEntriesInBatchRequest",
            OldPrefix + "TooManyEntriesInBatchRequest",
            $"Maximum number of entries per request are {most}. You have sent {count}.");

    public static AwsException InvalidBatchEntryId() =>
        Error(
            "InvalidBatchEntryId",
            OldPrefix + "InvalidBatchEntryId",
            "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.");

    public static AwsException BatchEntryIdsNotDistinct(string id) =>
        Error("BatchEntryIdsNotDistinct", OldPrefix + "BatchEntryIdsNotDistinct", $"Id {id} repeated.");

    public static AwsException BatchRequestTooLong(int most, int bytes) =>
        Error(
            "BatchRequestTooLong",
            OldPrefix + "BatchRequestTooLong",
            $"Batch requests cannot be longer than {most} bytes. You have sent {bytes} bytes.");

    public static AwsException ReceiptHandleIsInvalid(string handle) =>
        Error(
            "ReceiptHandleIsInvalid",
            "ReceiptHandleIsInvalid",
            $"The input receipt handle \"{handle}\" is not a valid receipt handle.");

    public static AwsException ReceiptHandleExpired(string handle) =>
        InvalidParameter("ReceiptHandle", handle, "The receipt handle has expired.");

    public static AwsException PurgeQueueInProgress(string queue) =>
        Error(
            "PurgeQueueInProgress",
            OldPrefix + "PurgeQueueInProgress",
            $"Only one PurgeQueue operation on {queue} is allowed every 60 seconds.",
            statusCode: 403);

    public static AwsException TooManyInFlight(int most) =>
        OverLimit($"The queue has {most} messages in flight, which is the limit.");

    public static AwsException OverLimit(string message) => Error("OverLimit", "OverLimit", message, statusCode: 403);

    public static AwsException AccessDenied(string principal, string queueArn) =>
        Error(
            "AccessDeniedException",
            "AccessDenied",
            $"{principal} is not authorized to perform: sqs:sendmessage on resource: {queueArn}",
            Common,
            statusCode: 403);

    /// <summary>The reason of a move task that fails because a message was sent to the dead-letter queue directly.</summary>
    public static AwsException CouldNotDetermineMessageSource() =>
        Error(
            "CouldNotDetermineMessageSource",
            "CouldNotDetermineMessageSource",
            "A message was not moved to the dead-letter queue from any other.");

    public static AwsException ResourceNotFound(string message) =>
        Error("ResourceNotFoundException", "ResourceNotFoundException", message, statusCode: 404);

    public static AwsException Throttled() =>
        Error("RequestThrottled", "RequestThrottled", "Request is throttled.", statusCode: 403);

    public static AwsException InternalError() =>
        Error("InternalFailure", "InternalFailure", "We encountered an internal error. Please try again.", Common, statusCode: 500);

    private static AwsException Error(
        string code, string oldCode, string message, string typeNamespace = Modelled, int statusCode = 400) =>
        new(code, message, statusCode) { TypeNamespace = typeNamespace, QueryCode = oldCode };
}
