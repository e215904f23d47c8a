using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>An error of Step Functions.</summary>
public class AmazonStepFunctionsException : AmazonServiceException
{
    /// <summary>Creates an error as a fake may throw it.</summary>
    public AmazonStepFunctionsException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an error as the service states it.</summary>
    public AmazonStepFunctionsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
