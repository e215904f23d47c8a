using System.Net;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Two entries of a batch have the same id.</summary>
public class BatchEntryIdsNotDistinctException : AmazonSQSException
{
    public BatchEntryIdsNotDistinctException() { }

    public BatchEntryIdsNotDistinctException(string message) : base(message) { }

    public BatchEntryIdsNotDistinctException(string message, Exception innerException)
        : base(message, innerException) { }

    public BatchEntryIdsNotDistinctException(Exception innerException) : base(innerException) { }

    public BatchEntryIdsNotDistinctException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public BatchEntryIdsNotDistinctException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The entries of a batch are too large together.</summary>
public class BatchRequestTooLongException : AmazonSQSException
{
    public BatchRequestTooLongException() { }

    public BatchRequestTooLongException(string message) : base(message) { }

    public BatchRequestTooLongException(string message, Exception innerException)
        : base(message, innerException) { }

    public BatchRequestTooLongException(Exception innerException) : base(innerException) { }

    public BatchRequestTooLongException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public BatchRequestTooLongException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>A batch has no entries.</summary>
public class EmptyBatchRequestException : AmazonSQSException
{
    public EmptyBatchRequestException() { }

    public EmptyBatchRequestException(string message) : base(message) { }

    public EmptyBatchRequestException(string message, Exception innerException)
        : base(message, innerException) { }

    public EmptyBatchRequestException(Exception innerException) : base(innerException) { }

    public EmptyBatchRequestException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public EmptyBatchRequestException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>An id in a batch has a length or a character that is not allowed.</summary>
public class InvalidBatchEntryIdException : AmazonSQSException
{
    public InvalidBatchEntryIdException() { }

    public InvalidBatchEntryIdException(string message) : base(message) { }

    public InvalidBatchEntryIdException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidBatchEntryIdException(Exception innerException) : base(innerException) { }

    public InvalidBatchEntryIdException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public InvalidBatchEntryIdException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>A batch has more than ten entries.</summary>
public class TooManyEntriesInBatchRequestException : AmazonSQSException
{
    public TooManyEntriesInBatchRequestException() { }

    public TooManyEntriesInBatchRequestException(string message) : base(message) { }

    public TooManyEntriesInBatchRequestException(string message, Exception innerException)
        : base(message, innerException) { }

    public TooManyEntriesInBatchRequestException(Exception innerException) : base(innerException) { }

    public TooManyEntriesInBatchRequestException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public TooManyEntriesInBatchRequestException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
