using LocalAws.Http;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Language;

namespace LocalAws.StepFunctions.Tasks;

/// <summary>How a Task fails when a service refuses: the names are those of the SDK's exceptions, of version 1 or 2.</summary>
internal static class ServiceFailure
{
    // What a service says without its model naming it has one common exception in the SDKs.
    private static readonly HashSet<string> WithoutException =
    [
        "ValidationException", "SerializationException", "UnknownOperationException", "ThrottlingException", "RequestThrottled",
        "MissingParameter", "MissingRequiredParameterException",
        "InvalidParameterValue", "InvalidParameterCombination", "InternalFailure", "AccessDeniedException",
        "InternalException", "ServiceUnavailable",
    ];

    public static StateFailedException Of(TaskResource resource, AwsException refusal)
    {
        var id = Guid.NewGuid();
        var (prefix, service, common) = Names(resource);
        var cause = resource.IsSdk
            ? $"{refusal.Message} (Service: {service}, Status Code: {refusal.StatusCode}, Request ID: {id}) (SDK Attempt Count: 1)"
            : $"{refusal.Message} (Service: {service}; Status Code: {refusal.StatusCode}; Error Code: {refusal.Code}; "
                + $"Request ID: {id}; Proxy: null)";
        return new StateFailedException($"{prefix}.{(HasException(resource, refusal.Code) ? Exception(refusal.Code) : common)}", cause);
    }

    /// <summary>How it fails when there is no answer.</summary>
    public static StateFailedException NoAnswer(TaskResource resource) =>
        new($"{Names(resource).Prefix}.SdkClientException", "Unable to execute HTTP request: the connection ended without an answer");

    private static bool HasException(TaskResource resource, string code) =>
        !WithoutException.Contains(code) || (resource is { IsSdk: true, Service: "sfn" } && code == "ValidationException");

    private static string Exception(string code) =>
        code.EndsWith("Exception", StringComparison.Ordinal) ? code : $"{code[(code.LastIndexOf('.') + 1)..]}Exception";

    private static (string Prefix, string Service, string Common) Names(TaskResource resource) => (resource.IsSdk, resource.Service) switch
    {
        (true, "sqs") => ("Sqs", "Sqs", "SqsException"),
        (true, "eventbridge") => ("EventBridge", "EventBridge", "EventBridgeException"),
        (true, "dynamodb") => ("DynamoDb", "DynamoDb", "DynamoDbException"),
        (true, "sfn") => ("Sfn", "Sfn", "SfnException"),
        (true, _) => ("Sns", "Sns", "SnsException"),
        (false, "sqs") => ("SQS", "AmazonSQS", "AmazonSQSException"),
        (false, "events") => ("EventBridge", "AmazonCloudWatchEvents", "AmazonEventBridgeException"),
        (false, "dynamodb") => ("DynamoDB", "AmazonDynamoDBv2", "AmazonDynamoDBException"),
        (false, "states") => ("StepFunctions", "AWSStepFunctions", "AWSStepFunctionsException"),
        (false, _) => ("SNS", "AmazonSNS", "AmazonSNSException"),
    };
}
