using System.Net;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>An attribute name is not known.</summary>
public class InvalidAttributeNameException : AmazonSQSException
{
    public InvalidAttributeNameException() { }

    public InvalidAttributeNameException(string message) : base(message) { }

    public InvalidAttributeNameException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidAttributeNameException(Exception innerException) : base(innerException) { }

    public InvalidAttributeNameException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public InvalidAttributeNameException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>An attribute value is out of range.</summary>
public class InvalidAttributeValueException : AmazonSQSException
{
    public InvalidAttributeValueException() { }

    public InvalidAttributeValueException(string message) : base(message) { }

    public InvalidAttributeValueException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidAttributeValueException(Exception innerException) : base(innerException) { }

    public InvalidAttributeValueException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public InvalidAttributeValueException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The queue was purged less than a minute ago.</summary>
public class PurgeQueueInProgressException : AmazonSQSException
{
    public PurgeQueueInProgressException() { }

    public PurgeQueueInProgressException(string message) : base(message) { }

    public PurgeQueueInProgressException(string message, Exception innerException)
        : base(message, innerException) { }

    public PurgeQueueInProgressException(Exception innerException) : base(innerException) { }

    public PurgeQueueInProgressException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public PurgeQueueInProgressException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>A queue of that name was deleted less than a minute ago.</summary>
public class QueueDeletedRecentlyException : AmazonSQSException
{
    public QueueDeletedRecentlyException() { }

    public QueueDeletedRecentlyException(string message) : base(message) { }

    public QueueDeletedRecentlyException(string message, Exception innerException)
        : base(message, innerException) { }

    public QueueDeletedRecentlyException(Exception innerException) : base(innerException) { }

    public QueueDeletedRecentlyException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public QueueDeletedRecentlyException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The queue does not exist, or not for this account and region.</summary>
public class QueueDoesNotExistException : AmazonSQSException
{
    public QueueDoesNotExistException() { }

    public QueueDoesNotExistException(string message) : base(message) { }

    public QueueDoesNotExistException(string message, Exception innerException)
        : base(message, innerException) { }

    public QueueDoesNotExistException(Exception innerException) : base(innerException) { }

    public QueueDoesNotExistException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public QueueDoesNotExistException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>A queue of that name exists, with other attributes.</summary>
public class QueueNameExistsException : AmazonSQSException
{
    public QueueNameExistsException() { }

    public QueueNameExistsException(string message) : base(message) { }

    public QueueNameExistsException(string message, Exception innerException)
        : base(message, innerException) { }

    public QueueNameExistsException(Exception innerException) : base(innerException) { }

    public QueueNameExistsException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public QueueNameExistsException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
