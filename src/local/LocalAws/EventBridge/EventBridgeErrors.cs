using LocalAws.Http;

namespace LocalAws.EventBridge;

/// <summary>EventBridge's errors, in its words.</summary>
internal static class EventBridgeErrors
{
    public static AwsException Validation(string message) => new("ValidationException", message);

    /// <summary>A member of AWS's that nothing here acts on.</summary>
    public static AwsException NotSupported(string member) => Validation($"{member} is not supported.");

    public static AwsException NotFound(string message) => new("ResourceNotFoundException", message);

    public static AwsException NoBus(string name) => NotFound($"Event bus {name} does not exist.");

    public static AwsException NoRule(string name, string bus) => NotFound($"Rule {name} does not exist on EventBus {bus}.");

    public static AwsException NoArchive(string name) => NotFound($"Archive {name} does not exist.");

    public static AwsException NoEventSource(string name) => NotFound($"Event source {name} does not exist.");

    public static AwsException NoReplay(string name) => NotFound($"Replay {name} does not exist.");

    public static AwsException AlreadyExists(string what) => new("ResourceAlreadyExistsException", $"{what} already exists.");

    public static AwsException LimitExceeded() =>
        new("LimitExceededException", "The requested resource exceeds the maximum number allowed.");

    public static AwsException AccessDenied(string arn) => new("AccessDeniedException", AccessDeniedMessage(arn));

    /// <summary>How a resource of another account is refused.</summary>
    public static string AccessDeniedMessage(string arn) =>
        $"User: arn:aws:iam::{AwsRequest.Account}:root is not authorized to access this resource: {arn}";

    public static AwsException MalformedArn(string arn) => InvalidParameter(arn, "Provided Arn is not in correct format.");

    public static AwsException InvalidParameter(string parameter, string reason) =>
        Validation($"Parameter {parameter} is not valid. Reason: {reason}");

    /// <param name="name">The rule's name.</param>
    /// <param name="force">What the request says; the rule of an archive goes with its archive all the same.</param>
    public static AwsException ManagedRule(string name, bool? force = null) => new(
        "ManagedRuleException",
        force == true
            ? $"{name} is the rule of an archive. Force is not supported: delete the archive."
            : $"{name} is a managed rule. Set 'force' parameter to true to override.");

    public static AwsException IllegalStatus(string replay) =>
        new("IllegalStatusException", $"Replay {replay} is not in a valid state for this operation.");

    public static AwsException Throttled() => new("ThrottlingException", "Rate exceeded");

    public static AwsException InternalError() => new(
        "InternalException", "This exception occurs due to unexpected causes.", statusCode: 500);
}
