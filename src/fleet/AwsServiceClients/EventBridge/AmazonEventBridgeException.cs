using System.Net;
using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>An error of EventBridge.</summary>
public class AmazonEventBridgeException : AmazonServiceException
{
    /// <summary>Creates an error as a fake may throw it.</summary>
    public AmazonEventBridgeException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an error as the service states it.</summary>
    public AmazonEventBridgeException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
