using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>The errors of SNS that have exceptions of their own here; SNS calls them otherwise on the wire.</summary>
internal static class SnsErrors
{
    /// <summary>The exception of an error.</summary>
    public static AmazonSimpleNotificationServiceException ToException(ErrorResponse e) => e.Code switch
    {
        "AuthorizationError" => new AuthorizationErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InternalError" => new InternalErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidParameter" => new InvalidParameterException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ParameterValueInvalid" =>
            new InvalidParameterValueException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "NotFound" => new NotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ResourceNotFound" => new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonSimpleNotificationServiceException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
