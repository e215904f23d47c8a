using LocalAws.Http;

namespace LocalAws.Sns;

/// <summary>SNS's errors, in its words.</summary>
internal static class SnsErrors
{
    public static AwsException InvalidParameter(string what) => new("InvalidParameter", $"Invalid parameter: {what}");

    public static AwsException InvalidParameter(string parameter, string reason) => InvalidParameter($"{parameter} Reason: {reason}");

    /// <summary>A text that is no ARN of what the parameter names.</summary>
    public static AwsException InvalidArn(string parameter, string? arn) => InvalidParameter(
        parameter,
        arn is null
            ? "no value for required parameter"
            : $"An ARN must have at least 6 elements, not {arn.Split(':').Length}");

    public static AwsException InvalidValue(string message) => new("ParameterValueInvalid", message);

    public static AwsException IsNull(string member) => new(
        "ValidationError",
        $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");

    /// <summary>A token that confirms nothing; what does not even look like one is refused in other words.</summary>
    public static AwsException InvalidToken(string? token) => token?.All(char.IsAsciiHexDigit) == true
        ? InvalidParameter("Token")
        : new AwsException("InvalidParameter", "Invalid token");

    public static AwsException NotSupported(string member) =>
        InvalidParameter(member, $"{member} is not supported here.");

    public static AwsException NoTopic() => new("NotFound", "Topic does not exist", statusCode: 404);

    public static AwsException NoSubscription() => new("NotFound", "Subscription does not exist", statusCode: 404);

    public static AwsException NoResource() => new("ResourceNotFound", "Resource does not exist", statusCode: 404);

    public static AwsException TooManyTags() => new("TagLimitExceeded", "Could not complete request: tag quota of per resource exceeded");

    public static AwsException NotAuthorized(string service, string topicArn) => new(
        "AuthorizationError",
        $"User: {service} is not authorized to perform: SNS:Publish on resource: {topicArn} because no resource-based policy allows it",
        statusCode: 403);

    public static AwsException Throttled() => new("Throttled", "Rate exceeded", statusCode: 429);

    public static AwsException InternalError() => new("InternalError", "An internal service error has occurred.", statusCode: 500);
}
