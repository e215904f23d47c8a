using Amazon.EventBridge.Model;
using Amazon.Internal;
using Amazon.Runtime.Internal;

namespace Amazon.EventBridge.Internal;

/// <summary>The errors that EventBridge declares, by their names on the wire.</summary>
internal static class EventBridgeErrors
{
    /// <summary>An error that the operation does not declare.</summary>
    public static AmazonEventBridgeException Other(ErrorResponse e) =>
        new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);

    public static ModeledError AccessDenied { get; } = new("AccessDeniedException", e =>
        new AccessDeniedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError ConcurrentModification { get; } = new("ConcurrentModificationException", e =>
        new ConcurrentModificationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError IllegalStatus { get; } = new("IllegalStatusException", e =>
        new IllegalStatusException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError InternalFailure { get; } = new("InternalException", e =>
        new InternalException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError InvalidEventPattern { get; } = new("InvalidEventPatternException", e =>
        new InvalidEventPatternException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError InvalidState { get; } = new("InvalidStateException", e =>
        new InvalidStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError LimitExceeded { get; } = new("LimitExceededException", e =>
        new LimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError ManagedRule { get; } = new("ManagedRuleException", e =>
        new ManagedRuleException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError OperationDisabled { get; } = new("OperationDisabledException", e =>
        new OperationDisabledException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError PolicyLengthExceeded { get; } = new("PolicyLengthExceededException", e =>
        new PolicyLengthExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError ResourceAlreadyExists { get; } = new("ResourceAlreadyExistsException", e =>
        new ResourceAlreadyExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError ResourceNotFound { get; } = new("ResourceNotFoundException", e =>
        new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static ModeledError Throttling { get; } = new("ThrottlingException", e =>
        new ThrottlingException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));
}
