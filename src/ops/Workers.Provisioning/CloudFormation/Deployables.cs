using Workers.Contracts;

namespace Workers.Provisioning.CloudFormation;

/// <summary>Every deployable. A call that is not granted here fails on AWS; a grant that nobody uses is one too many.</summary>
internal static class Deployables
{
    public static IReadOnlyList<Deployable> All { get; } =
    [
        new(
            "inventory",
            Topology.InventoryQueue,
            ["PutEvents"],
            [
                new(Topology.IdempotencyTable, "BatchGetItem", "PutItem"),
                new(Topology.InventoryTable, "BatchGetItem", "ConditionCheckItem", "PutItem", "UpdateItem"),
                new(Topology.ReservationsTable, "BatchGetItem", "PutItem", "UpdateItem"),
            ]),
        new(
            "notification",
            Topology.NotificationQueue,
            ["PutEvents"],
            [
                new(Topology.IdempotencyTable, "UpdateItem"),
                new(Topology.NotificationsTable, "PutItem"),
            ]),
        new(
            "analytics",
            Topology.AnalyticsQueue,
            [],
            [
                new(Topology.IdempotencyTable, "BatchGetItem", "PutItem"),
                new(Topology.AnalyticsTable, "UpdateItem"),
            ]),
        new(
            "producer",
            null,
            ["DescribeEventBus", "PutEvents"],
            [
                new(Topology.InventoryTable, "GetItem", "Scan"),
                new(Topology.ReservationsTable, "GetItem"),
                new(Topology.AnalyticsTable, "Query"),
            ]),
    ];

    /// <summary>What a worker does with its queue, without <c>sqs:</c>; batches need what their single calls do.</summary>
    public static IReadOnlyList<string> QueueActions { get; } =
        ["ChangeMessageVisibility", "DeleteMessage", "GetQueueAttributes", "GetQueueUrl", "ReceiveMessage"];

    /// <summary>What a worker does with its dead-letter queue.</summary>
    public static IReadOnlyList<string> DeadLetterQueueActions { get; } = ["GetQueueUrl", "SendMessage"];
}
