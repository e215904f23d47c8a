using System.Net;
using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Somebody else changes the same rule, target or bus.</summary>
public class ConcurrentModificationException : AmazonEventBridgeException
{
    public ConcurrentModificationException() { }

    public ConcurrentModificationException(string message) : base(message) { }

    public ConcurrentModificationException(string message, Exception innerException)
        : base(message, innerException) { }

    public ConcurrentModificationException(Exception innerException) : base(innerException) { }

    public ConcurrentModificationException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public ConcurrentModificationException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>A replay is in a state that does not allow this.</summary>
public class IllegalStatusException : AmazonEventBridgeException
{
    public IllegalStatusException() { }

    public IllegalStatusException(string message) : base(message) { }

    public IllegalStatusException(string message, Exception innerException)
        : base(message, innerException) { }

    public IllegalStatusException(Exception innerException) : base(innerException) { }

    public IllegalStatusException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public IllegalStatusException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The event pattern is not valid.</summary>
public class InvalidEventPatternException : AmazonEventBridgeException
{
    public InvalidEventPatternException() { }

    public InvalidEventPatternException(string message) : base(message) { }

    public InvalidEventPatternException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidEventPatternException(Exception innerException) : base(innerException) { }

    public InvalidEventPatternException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public InvalidEventPatternException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The event source is in a state that does not allow this.</summary>
public class InvalidStateException : AmazonEventBridgeException
{
    public InvalidStateException() { }

    public InvalidStateException(string message) : base(message) { }

    public InvalidStateException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidStateException(Exception innerException) : base(innerException) { }

    public InvalidStateException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public InvalidStateException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>An AWS service manages the rule.</summary>
public class ManagedRuleException : AmazonEventBridgeException
{
    public ManagedRuleException() { }

    public ManagedRuleException(string message) : base(message) { }

    public ManagedRuleException(string message, Exception innerException)
        : base(message, innerException) { }

    public ManagedRuleException(Exception innerException) : base(innerException) { }

    public ManagedRuleException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public ManagedRuleException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The bus's policy would be too long.</summary>
public class PolicyLengthExceededException : AmazonEventBridgeException
{
    public PolicyLengthExceededException() { }

    public PolicyLengthExceededException(string message) : base(message) { }

    public PolicyLengthExceededException(string message, Exception innerException)
        : base(message, innerException) { }

    public PolicyLengthExceededException(Exception innerException) : base(innerException) { }

    public PolicyLengthExceededException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public PolicyLengthExceededException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>A resource of that name exists.</summary>
public class ResourceAlreadyExistsException : AmazonEventBridgeException
{
    public ResourceAlreadyExistsException() { }

    public ResourceAlreadyExistsException(string message) : base(message) { }

    public ResourceAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException) { }

    public ResourceAlreadyExistsException(Exception innerException) : base(innerException) { }

    public ResourceAlreadyExistsException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public ResourceAlreadyExistsException(
        string message, Exception innerException, ErrorType errorType,
        string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>A named resource does not exist.</summary>
public class ResourceNotFoundException : AmazonEventBridgeException
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
