using LocalAws.Http;

namespace LocalAws.EventBridge;

/// <summary>EventBridge's errors, in its words.</summary>
internal static class EventBridgeErrors
{
    public static AwsException Validation(string message) => new("ValidationException", message);

    public static AwsException NoBus(string name) => NotFound($"Event bus {name} does not exist.");

    public static AwsException NoRule(string name, string bus) => NotFound($"Rule {name} does not exist on EventBus {bus}.");

    public static AwsException NoArchive(string name) => NotFound($"Archive {name} does not exist.");

    public static AwsException NoEventSource(string name) => NotFound($"Event source {name} does not exist.");

    public static AwsException NoReplay(string name) => NotFound($"Replay {name} does not exist.");

    public static AwsException AlreadyExists(string what) => new("ResourceAlreadyExistsException", $"{what} already exists.");

    public static AwsException LimitExceeded() =>
        new("LimitExceededException", "The requested resource exceeds the maximum number allowed.");

    public static AwsException MalformedArn(string arn) => InvalidParameter(arn, "Provided Arn is not in correct format.");

    public static AwsException InvalidParameter(string parameter, string reason) =>
        Validation($"Parameter {parameter} is not valid. Reason: {reason}");

    public static AwsException ManagedRule(string name) =>
        new("ManagedRuleException", $"{name} is a managed rule. Set 'force' parameter to true to override.");

    public static AwsException IllegalStatus(string replay) =>
        new("IllegalStatusException", $"Replay {replay} is not in a valid state for this operation.");

    public static AwsException Throttled() => new("ThrottlingException", "Rate exceeded");

    public static AwsException InternalError() => new(
        "InternalException", "This exception occurs due to unexpected causes.", statusCode: 500);

    private static AwsException NotFound(string message) => new("ResourceNotFoundException", message);
}
