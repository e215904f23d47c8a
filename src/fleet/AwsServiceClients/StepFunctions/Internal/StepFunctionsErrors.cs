using Amazon.Runtime.Internal;
using Amazon.Shared;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>The errors that Step Functions declares. Most of their codes do not end in Exception.</summary>
internal static class StepFunctionsErrors
{
    /// <summary>An error that the operation does not declare.</summary>
    public static AmazonStepFunctionsException Other(ErrorResponse e) =>
        new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);

    public static DeclaredError Conflict { get; } = new("ConflictException", e =>
        new ConflictException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError ExecutionAlreadyExists { get; } = new("ExecutionAlreadyExists", e =>
        new ExecutionAlreadyExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError ExecutionDoesNotExist { get; } = new("ExecutionDoesNotExist", e =>
        new ExecutionDoesNotExistException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError ExecutionLimitExceeded { get; } = new("ExecutionLimitExceeded", e =>
        new ExecutionLimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError ExecutionNotRedrivable { get; } = new("ExecutionNotRedrivable", e =>
        new ExecutionNotRedrivableException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError InvalidArn { get; } = new("InvalidArn", e =>
        new InvalidArnException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError InvalidDefinition { get; } = new("InvalidDefinition", e =>
        new InvalidDefinitionException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError InvalidExecutionInput { get; } = new("InvalidExecutionInput", e =>
        new InvalidExecutionInputException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError InvalidLoggingConfiguration { get; } = new("InvalidLoggingConfiguration", e =>
        new InvalidLoggingConfigurationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError InvalidName { get; } = new("InvalidName", e =>
        new InvalidNameException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError InvalidOutput { get; } = new("InvalidOutput", e =>
        new InvalidOutputException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError InvalidToken { get; } = new("InvalidToken", e =>
        new InvalidTokenException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError InvalidTracingConfiguration { get; } = new("InvalidTracingConfiguration", e =>
        new InvalidTracingConfigurationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError MissingRequiredParameter { get; } = new("MissingRequiredParameter", e =>
        new MissingRequiredParameterException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError ResourceNotFound { get; } = new("ResourceNotFound", e =>
        new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError StateMachineAlreadyExists { get; } = new("StateMachineAlreadyExists", e =>
        new StateMachineAlreadyExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError StateMachineDeleting { get; } = new("StateMachineDeleting", e =>
        new StateMachineDeletingException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError StateMachineDoesNotExist { get; } = new("StateMachineDoesNotExist", e =>
        new StateMachineDoesNotExistException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError StateMachineLimitExceeded { get; } = new("StateMachineLimitExceeded", e =>
        new StateMachineLimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError StateMachineTypeNotSupported { get; } = new("StateMachineTypeNotSupported", e =>
        new StateMachineTypeNotSupportedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError TaskDoesNotExist { get; } = new("TaskDoesNotExist", e =>
        new TaskDoesNotExistException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError TaskTimedOut { get; } = new("TaskTimedOut", e =>
        new TaskTimedOutException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError TooManyTags { get; } = new("TooManyTags", e =>
        new TooManyTagsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));

    public static DeclaredError Validation { get; } = new("ValidationException", e =>
        new ValidationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));
}
