using System.Text.Json.Nodes;
using Workers.Contracts;

namespace Workers.Provisioning.CloudFormation;

/// <summary>The job that holds the fleet's tables against each other: it reads, and can do nothing else.</summary>
internal static class BooksJob
{
    public const string Name = "books";

    private static readonly string[] Tables =
    [
        Topology.OrdersTable, Topology.OrderEventsTable, Topology.PaymentsTable, Topology.ShipmentsTable, Topology.ReservationsTable,
        Topology.FleetTable,
    ];

    public static IEnumerable<JsonObject> Statements() =>
    [
        RoleSection.Allow(
            "ReadTables",
            "dynamodb",
            ["BatchGetItem", "DescribeTable", "GetItem", "Query", "Scan"],
            [.. Tables.Select(LogicalId.Table)]),
        RoleSection.Allow(
            "CountDeadLetters",
            "sqs",
            ["GetQueueAttributes", "GetQueueUrl"],
            [.. Topology.Queues.Where(queue => queue.Redrive is null).Select(queue => LogicalId.Of(queue.Name))]),
    ];
}
