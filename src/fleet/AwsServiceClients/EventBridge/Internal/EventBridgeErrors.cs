using Amazon.EventBridge.Model;
using Amazon.Runtime.Internal;
using Amazon.Shared;

namespace Amazon.EventBridge.Internal;

/// <summary>The errors that EventBridge declares.</summary>
internal static class EventBridgeErrors
{
    /// <summary>An error that the operation does not declare.</summary>
    public static AmazonEventBridgeException Other(ErrorResponse e) =>
        new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);

    public static DeclaredError ConcurrentModification { get; } = new("ConcurrentModificationException", e =>
        new ConcurrentModificationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError IllegalStatus { get; } = new("IllegalStatusException", e =>
        new IllegalStatusException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError InternalFailure { get; } = new("InternalException", e =>
        new InternalException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError InvalidEventPattern { get; } = new("InvalidEventPatternException", e =>
        new InvalidEventPatternException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError InvalidState { get; } = new("InvalidStateException", e =>
        new InvalidStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError LimitExceeded { get; } = new("LimitExceededException", e =>
        new LimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError ManagedRule { get; } = new("ManagedRuleException", e =>
        new ManagedRuleException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError OperationDisabled { get; } = new("OperationDisabledException", e =>
        new OperationDisabledException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError ResourceAlreadyExists { get; } = new("ResourceAlreadyExistsException", e =>
        new ResourceAlreadyExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError ResourceNotFound { get; } = new("ResourceNotFoundException", e =>
        new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));
}
