using System.Net;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The queue's URL is malformed.</summary>
public class InvalidAddressException : AmazonSQSException
{
    public InvalidAddressException() { }

    public InvalidAddressException(string message) : base(message) { }

    public InvalidAddressException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidAddressException(Exception innerException) : base(innerException) { }

    public InvalidAddressException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public InvalidAddressException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The request was not made over HTTPS or not signed with Signature Version 4.</summary>
public class InvalidSecurityException : AmazonSQSException
{
    public InvalidSecurityException() { }

    public InvalidSecurityException(string message) : base(message) { }

    public InvalidSecurityException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidSecurityException(Exception innerException) : base(innerException) { }

    public InvalidSecurityException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public InvalidSecurityException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>Too many requests; the client has retried.</summary>
public class RequestThrottledException : AmazonSQSException
{
    public RequestThrottledException() { }

    public RequestThrottledException(string message) : base(message) { }

    public RequestThrottledException(string message, Exception innerException)
        : base(message, innerException) { }

    public RequestThrottledException(Exception innerException) : base(innerException) { }

    public RequestThrottledException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public RequestThrottledException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>A named resource does not exist.</summary>
public class ResourceNotFoundException : AmazonSQSException
{
    public ResourceNotFoundException() { }

    public ResourceNotFoundException(string message) : base(message) { }

    public ResourceNotFoundException(string message, Exception innerException)
        : base(message, innerException) { }

    public ResourceNotFoundException(Exception innerException) : base(innerException) { }

    public ResourceNotFoundException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public ResourceNotFoundException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>SQS does not do this, or not for such a queue.</summary>
public class UnsupportedOperationException : AmazonSQSException
{
    public UnsupportedOperationException() { }

    public UnsupportedOperationException(string message) : base(message) { }

    public UnsupportedOperationException(string message, Exception innerException)
        : base(message, innerException) { }

    public UnsupportedOperationException(Exception innerException) : base(innerException) { }

    public UnsupportedOperationException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public UnsupportedOperationException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
