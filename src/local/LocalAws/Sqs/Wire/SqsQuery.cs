using System.Collections.Frozen;
using LocalAws.Http;

namespace LocalAws.Sqs.Wire;

/// <summary>How SQS's older protocol writes what its JSON calls otherwise.</summary>
internal static class SqsQuery
{
    /// <summary>A client sends these as an empty text when they are empty.</summary>
    public static readonly FrozenSet<string> Lists =
        FrozenSet.Create("Entries", "AttributeNames", "MessageAttributeNames", "TagKeys", "AWSAccountIds", "Actions");

    public static readonly FrozenSet<string> Numbers = FrozenSet.Create(
        "DelaySeconds", "MaxNumberOfMessages", "MaxNumberOfMessagesPerSecond", "MaxResults", "VisibilityTimeout", "WaitTimeSeconds");

    public static readonly FrozenSet<string> EmptyResults = FrozenSet.Create(
        "GetQueueAttributes", "ListDeadLetterSourceQueues", "ListQueues", "ListQueueTags", "ReceiveMessage");

    /// <summary>What has no queue yet, or more than one.</summary>
    public static readonly FrozenSet<string> RootOperations =
        FrozenSet.Create("CreateQueue", "ListQueues", "StartMessageMoveTask", "ListMessageMoveTasks", "CancelMessageMoveTask");

    private static readonly FlatMember[] Common =
    [
        new("AttributeNames", "AttributeName"),
        new("MessageAttributeNames", "MessageAttributeName"),
        new("MessageSystemAttributeNames", "MessageSystemAttributeName"),
        new("TagKeys", "TagKey"),
        new("AWSAccountIds", "AWSAccountId"),
        new("Actions", "ActionName"),
        new("StringListValues", "StringListValue"),
        new("BinaryListValues", "BinaryListValue"),
        new("QueueUrls", "QueueUrl"),
        new("queueUrls", "QueueUrl"),
        new("Messages", "Message"),
        new("Results", "ListMessageMoveTasksResultEntry"),
        new("Failed", "BatchResultErrorEntry"),
        new("Attributes", "Attribute", "Name"),
        new("MessageAttributes", "MessageAttribute", "Name"),
        new("MessageSystemAttributes", "MessageSystemAttribute", "Name"),
    ];

    /// <summary>The flattened members of an operation.</summary>
    public static IReadOnlyList<FlatMember> Flattened(string operation) =>
    [
        .. Common,
        new(operation == "CreateQueue" ? "tags" : "Tags", "Tag", "Key"),
        new("Entries", $"{operation}RequestEntry"),
        new("Successful", $"{operation}ResultEntry"),
    ];
}
