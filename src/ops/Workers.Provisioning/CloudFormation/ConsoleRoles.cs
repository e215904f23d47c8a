using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.CloudFormation;

/// <summary>What the console may do: two roles, one that looks, and one that may also act.</summary>
internal static class ConsoleRoles
{
    public const string Looks = "console";
    public const string Acts = "console-acts";

    /// <summary>The source of what operators do, which the audit trail keeps.</summary>
    private const string Operations = "ecommerce.operations";

    private static readonly string[] Tables =
    [
        Topology.FleetTable, Topology.IdempotencyTable, Topology.OrdersTable, Topology.OrderEventsTable, Topology.ReservationsTable,
        Topology.PaymentsTable, Topology.ShipmentsTable, Topology.NotificationsTable, Topology.CustomersTable, Topology.CustomerOrdersTable,
        Topology.TicketsTable, Topology.OrderBoardTable, Topology.ViewsTable, Topology.AnalyticsTable, Topology.AuditTable,
    ];

    private static IEnumerable<QueueDefinition> DeadLetterQueues => Topology.Queues.Where(queue => queue.Redrive is null);

    /// <summary>It reads by key, counts queues, and shows dead letters, which SQS shows only by handing them out.</summary>
    public static IEnumerable<JsonObject> Looking() =>
    [
        RoleSection.Allow("ReadTables", "dynamodb", ["BatchGetItem", "GetItem", "Query"], [.. Tables.Select(LogicalId.Table)]),
        RoleSection.Allow("CountMessages", "sqs", ["GetQueueAttributes", "GetQueueUrl"], [.. Topology.Queues.Select(queue => LogicalId.Of(queue.Name))]),
        RoleSection.Allow("LookAtLetters", "sqs", ["ChangeMessageVisibility", "ReceiveMessage"], IdsOf(DeadLetterQueues)),
    ];

    /// <summary>The same; it steers queues, sends dead letters back, deletes them, and says so on the bus.</summary>
    public static IEnumerable<JsonObject> Acting() =>
    [
        .. Looking(),
        RoleSection.Allow("Steer", "dynamodb", ["UpdateItem"], LogicalId.Table(Topology.FleetTable)),
        RoleSection.Allow("TakeLettersAway", "sqs", ["DeleteMessage"], IdsOf(DeadLetterQueues)),
        RoleSection.Allow("SendLettersBack", "sqs", ["SendMessage"], IdsOf(Topology.Queues.Where(queue => queue.Redrive is not null))),
        RoleSection.Allow("FindTheWayBack", "events", ["ListTargetsByRule"], [.. Topology.Rules.Select(rule => LogicalId.Rule(rule.Name))]),
        RoleSection.Allow("LookAtTheBus", "events", ["DescribeEventBus"], LogicalId.Bus),
        Replay(),
        Tell(),
    ];

    /// <summary>An archive and its replays have no resource of the template's whose ARN would do: the names are in the ARNs.</summary>
    private static JsonObject Replay()
    {
        const string Scope = "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}";
        var statement = RoleSection.Allow("Replay", "events", ["CancelReplay", "DescribeArchive", "DescribeReplay", "DescribeRule", "StartReplay"], LogicalId.Bus);
        statement["Resource"] = new JsonArray(Fn.Sub($"{Scope}:archive/*"), Fn.Sub($"{Scope}:replay/*"), Fn.Sub($"{Scope}:rule/*"));
        return statement;
    }

    private static string[] IdsOf(IEnumerable<QueueDefinition> queues) => [.. queues.Select(queue => LogicalId.Of(queue.Name))];

    private static JsonObject Tell()
    {
        var statement = RoleSection.Allow("Tell", "events", ["PutEvents"], LogicalId.Bus);
        statement["Condition"] = new JsonObject
        {
            ["ForAllValues:StringEquals"] = new JsonObject { [EventKeys.Source] = Operations },
            ["Null"] = new JsonObject { [EventKeys.Source] = "false" },
        };
        return statement;
    }
}
