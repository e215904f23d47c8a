using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.StepFunctions;

namespace Workers.Provisioning;

/// <summary>The endpoint that is provisioned.</summary>
/// <param name="Sqs">Makes queues.</param>
/// <param name="EventBridge">Makes bus, archive and rules.</param>
/// <param name="DynamoDb">Makes tables.</param>
/// <param name="Sns">Makes topics.</param>
/// <param name="StepFunctions">Makes the state machine.</param>
public sealed record AwsClients(
    IAmazonSQS Sqs,
    IAmazonEventBridge EventBridge,
    IAmazonDynamoDB DynamoDb,
    IAmazonSimpleNotificationService Sns,
    IAmazonStepFunctions StepFunctions);
