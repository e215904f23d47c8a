using LocalAws.Http;

namespace LocalAws.Sns;

/// <summary>SNS's errors, in its words.</summary>
internal static class SnsErrors
{
    public static AwsException InvalidParameter(string what) => new("InvalidParameter", $"Invalid parameter: {what}");

    public static AwsException InvalidParameter(string parameter, string reason) => InvalidParameter($"{parameter} Reason: {reason}");

    public static AwsException InvalidValue(string message) => new("ParameterValueInvalid", message);

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
