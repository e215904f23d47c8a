using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService;

/// <summary>An error of SNS.</summary>
public class AmazonSimpleNotificationServiceException : AmazonServiceException
{
    /// <summary>Creates an error as a fake may throw it.</summary>
    public AmazonSimpleNotificationServiceException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an error as the service states it.</summary>
    public AmazonSimpleNotificationServiceException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
