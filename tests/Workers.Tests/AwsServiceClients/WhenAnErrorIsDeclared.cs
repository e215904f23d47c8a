using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SQS;

namespace Workers.Tests.AwsServiceClients;

/// <summary>Which operation declares which error; every other pair of the two is a plain exception of the service.</summary>
public sealed class WhenAnErrorIsDeclared : WireSpec
{
    private const string Kms = "KmsAccessDenied KmsDisabled KmsInvalidKeyUsage KmsInvalidState KmsNotFound KmsOptInRequired KmsThrottled";
    private const string Batch = "BatchEntryIdsNotDistinct EmptyBatchRequest InvalidBatchEntryId TooManyEntriesInBatchRequest QueueDoesNotExist";
    private const string OfEverySqsOperation = "RequestThrottled InvalidAddress InvalidSecurity UnsupportedOperation";

    [Theory]
    [InlineData("ReceiveMessage", $"OverLimit QueueDoesNotExist {Kms}")]
    [InlineData("DeleteMessage", "InvalidIdFormat QueueDoesNotExist ReceiptHandleIsInvalid")]
    [InlineData("DeleteMessageBatch", Batch)]
    [InlineData("ChangeMessageVisibility", "MessageNotInflight QueueDoesNotExist ReceiptHandleIsInvalid")]
    [InlineData("ChangeMessageVisibilityBatch", Batch)]
    [InlineData("SendMessage", $"InvalidMessageContents QueueDoesNotExist {Kms}")]
    [InlineData("SendMessageBatch", $"BatchRequestTooLong {Batch} {Kms}")]
    [InlineData("GetQueueUrl", "QueueDoesNotExist")]
    [InlineData("GetQueueAttributes", "InvalidAttributeName QueueDoesNotExist")]
    [InlineData("SetQueueAttributes", "InvalidAttributeName InvalidAttributeValue OverLimit QueueDoesNotExist")]
    [InlineData("CreateQueue", "InvalidAttributeName InvalidAttributeValue QueueDeletedRecently QueueNameExists")]
    [InlineData("DeleteQueue", "QueueDoesNotExist")]
    [InlineData("ListQueues", "")]
    [InlineData("PurgeQueue", "PurgeQueueInProgress QueueDoesNotExist")]
    [InlineData("TagQueue", "QueueDoesNotExist")]
    [InlineData("ListQueueTags", "QueueDoesNotExist")]
    [InlineData("ListDeadLetterSourceQueues", "QueueDoesNotExist")]
    [InlineData("StartMessageMoveTask", "ResourceNotFound")]
    [InlineData("ListMessageMoveTasks", "ResourceNotFound")]
    [InlineData("CancelMessageMoveTask", "ResourceNotFound")]
    public Task Sqs_throws_its_exception(string operation, string declared) =>
        ThrowsWhatIsDeclared<AmazonSQSException>(
            typeof(IAmazonSQS), Sqs, operation, $"{declared} {OfEverySqsOperation}", name => name == "ResourceNotFound" ? $"{name}Exception" : name);

    [Theory]
    [InlineData("PutEvents", "")]
    [InlineData("CreateEventBus", "ConcurrentModification InvalidState LimitExceeded OperationDisabled ResourceAlreadyExists ResourceNotFound")]
    [InlineData("DescribeEventBus", "ResourceNotFound")]
    [InlineData("DeleteEventBus", "ConcurrentModification")]
    [InlineData("ListEventBuses", "")]
    [InlineData("PutRule", "ConcurrentModification InvalidEventPattern LimitExceeded ManagedRule ResourceNotFound")]
    [InlineData("DescribeRule", "ResourceNotFound")]
    [InlineData("ListRules", "ResourceNotFound")]
    [InlineData("DeleteRule", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("EnableRule", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("DisableRule", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("PutTargets", "ConcurrentModification LimitExceeded ManagedRule ResourceNotFound")]
    [InlineData("ListTargetsByRule", "ResourceNotFound")]
    [InlineData("RemoveTargets", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("TestEventPattern", "InvalidEventPattern")]
    [InlineData("CreateArchive", "ConcurrentModification InvalidEventPattern LimitExceeded ResourceAlreadyExists ResourceNotFound")]
    [InlineData("DescribeArchive", "ResourceAlreadyExists ResourceNotFound")]
    [InlineData("UpdateArchive", "ConcurrentModification InvalidEventPattern LimitExceeded ResourceNotFound")]
    [InlineData("ListArchives", "ResourceNotFound")]
    [InlineData("DeleteArchive", "ConcurrentModification ResourceNotFound")]
    [InlineData("StartReplay", "InvalidEventPattern LimitExceeded ResourceAlreadyExists ResourceNotFound")]
    [InlineData("DescribeReplay", "ResourceNotFound")]
    [InlineData("ListReplays", "")]
    [InlineData("CancelReplay", "ConcurrentModification IllegalStatus ResourceNotFound")]
    [InlineData("TagResource", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("ListTagsForResource", "ResourceNotFound")]
    public Task EventBridge_throws_its_exception(string operation, string declared) =>
        ThrowsWhatIsDeclared<AmazonEventBridgeException>(
            typeof(IAmazonEventBridge), Events, operation, $"{declared} Internal", name => $"{name}Exception");

    private async Task ThrowsWhatIsDeclared<TPlain>(
        Type service, object client, string operation, string declared, Func<string, string> wireName)
        where TPlain : AmazonServiceException
    {
        var request = service.Assembly.GetType($"{service.Namespace}.Model.{operation}Request")!;
        var call = service.GetMethod($"{operation}Async", [request, typeof(CancellationToken)])!;
        var expected = declared.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var exception in service.Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(TPlain))))
        {
            var name = exception.Name[..^"Exception".Length];
            Service.Answers($$"""{"__type":"{{wireName(name)}}"}""", 400);

            var error = await Record.ExceptionAsync(() =>
                (Task)call.Invoke(client, [Activator.CreateInstance(request), Cancellation])!);

            Assert.IsType(expected.Contains(name) ? exception : typeof(TPlain), error);
        }
    }
}
