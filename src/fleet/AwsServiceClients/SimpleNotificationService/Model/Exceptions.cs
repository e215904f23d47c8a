using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The caller may not do this.</summary>
public class AuthorizationErrorException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSimpleNotificationServiceException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>SNS failed.</summary>
public class InternalErrorException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSimpleNotificationServiceException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>A parameter is not valid.</summary>
public class InvalidParameterException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSimpleNotificationServiceException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>A parameter's value is not valid.</summary>
public class InvalidParameterValueException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSimpleNotificationServiceException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>The topic does not exist.</summary>
public class NotFoundException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSimpleNotificationServiceException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>The resource does not exist.</summary>
public class ResourceNotFoundException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSimpleNotificationServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
