using LocalAws.Http;

namespace LocalAws.StepFunctions;

/// <summary>Step Functions' errors, in its words.</summary>
internal static class StepFunctionsErrors
{
    public static AwsException Validation(string message) => Of("ValidationException", message);

    public static AwsException Constraint(string value, string member, string constraint) => Validation(
        $"1 validation error detected: Value {value} at '{member}' failed to satisfy constraint: {constraint}");

    public static AwsException InvalidArn(string reason) => Of("InvalidArn", $"Invalid Arn: '{reason}'");

    public static AwsException InvalidName(string name) => Of("InvalidName", $"Invalid Name: '{name}'");

    public static AwsException InvalidDefinition(string reason) =>
        Of("InvalidDefinition", $"Invalid State Machine Definition: '{reason}'");

    public static AwsException InvalidLogging(string reason) =>
        Of("InvalidLoggingConfiguration", $"Invalid Logging Configuration: {reason}");

    public static AwsException InvalidInput(string reason) =>
        Of("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{reason}'");

    public static AwsException InvalidOutput(string reason) => Of("InvalidOutput", $"Invalid Output: '{reason}'");

    public static AwsException InvalidPage() => Of("InvalidToken", "Invalid Token: 'Invalid token'");

    public static AwsException InvalidToken() => Of("InvalidToken", "Invalid Token: 'Invalid token'");

    public static AwsException TaskDoesNotExist() => Of("TaskDoesNotExist", "Task Does Not Exist: 'Provided task does not exist'");

    public static AwsException TaskTimedOut() => Of("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");

    public static AwsException NoStateMachine(string? arn) => Of("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");

    public static AwsException StateMachineExists(string arn) => Of("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");

    public static AwsException Deleting(string arn) => Of("StateMachineDeleting", $"State Machine is deleting: '{arn}'");

    public static AwsException TypeNotSupported(string message) => Of("StateMachineTypeNotSupported", message);

    public static AwsException NoExecution(string? arn) => Of("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");

    public static AwsException ExecutionExists(string arn) => Of("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");

    public static AwsException NotRedrivable(string reason) => Of("ExecutionNotRedrivable", $"Execution is not redrivable: '{reason}'");

    public static AwsException NoActivity(string? arn) => Of("ActivityDoesNotExist", $"Activity Does Not Exist: '{arn}'");

    public static AwsException NoResource(string? arn) => Of("ResourceNotFound", $"Resource not found: '{arn}'");

    public static AwsException TooManyTags(string arn) => Of("TooManyTags", $"Too many tags: '{arn}'");

    public static AwsException Throttled() => Of("ThrottlingException", "Rate exceeded");

    public static AwsException InternalError() => new("InternalServerException", "An internal error occurred.", 500);

    private static AwsException Of(string code, string message) =>
        new(code, message) { TypeNamespace = "com.amazonaws.swf.service.v2.model" };
}
