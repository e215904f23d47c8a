using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.StepFunctions;
using Workers.Events;
using Workers.Provisioning;
using Workers.Provisioning.Resources;

namespace Workers.Tests.Provisioning;

/// <summary>Provisioning scopes whose clients are fakes where a spec gives one, and lead nowhere elsewhere.</summary>
internal static class Scopes
{
    private const string Nowhere = "http://127.0.0.1:1";
    private static readonly AWSCredentials Credentials = new BasicAWSCredentials("spec", "spec");

    public static AmazonEventBridgeConfig EventBridgeConfig => new() { ServiceURL = Nowhere, DefaultAWSCredentials = Credentials };

    public static AmazonDynamoDBConfig DynamoDbConfig => new() { ServiceURL = Nowhere, DefaultAWSCredentials = Credentials };

    public static AwsClients Clients(IAmazonEventBridge? eventBridge = null, IAmazonDynamoDB? dynamoDb = null) => new(
        new AmazonSQSClient(Credentials, new AmazonSQSConfig { ServiceURL = Nowhere, MaxErrorRetry = 0 }),
        eventBridge ?? new AmazonEventBridgeClient(EventBridgeConfig),
        dynamoDb ?? new AmazonDynamoDBClient(DynamoDbConfig),
        new AmazonSimpleNotificationServiceClient(
            Credentials, new AmazonSimpleNotificationServiceConfig { ServiceURL = Nowhere, MaxErrorRetry = 0 }),
        new AmazonStepFunctionsClient(new AmazonStepFunctionsConfig { ServiceURL = Nowhere, DefaultAWSCredentials = Credentials }));

    public static ProvisioningScope Of(AwsClients clients, TimeProvider? time = null) =>
        new(clients, new ResourceNaming { Prefix = "spec-" }, new Dictionary<string, string>(), time ?? TimeProvider.System);
}
