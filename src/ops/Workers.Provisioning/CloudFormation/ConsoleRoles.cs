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

    private const string Events = "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}";

    private static readonly string[] Tables =
    [
        Topology.FleetTable, Topology.IdempotencyTable, Topology.OrdersTable, Topology.OrderEventsTable, Topology.ReservationsTable,
        Topology.PaymentsTable, Topology.ShipmentsTable, Topology.NotificationsTable, Topology.CustomersTable, Topology.CustomerOrdersTable,
        Topology.TicketsTable, Topology.OrderBoardTable, Topology.ViewsTable, Topology.AnalyticsTable, Topology.AuditTable,
        Topology.AuditChainTable, Topology.OrderWorkflowsTable,
    ];

    private static IEnumerable<QueueDefinition> DeadLetterQueues => Topology.Queues.Where(queue => queue.Redrive is null);

    /// <summary>
    /// It reads by key, counts queues, shows dead letters, which SQS shows only by handing them out, and lists executions and the bus's
    /// rules.
    /// </summary>
    public static IEnumerable<JsonObject> Looking() =>
    [
        RoleSection.Allow("ReadTables", "dynamodb", ["BatchGetItem", "GetItem", "Query"], [.. Tables.Select(LogicalId.Table)]),
        RoleSection.Allow("CountMessages", "sqs", ["GetQueueAttributes", "GetQueueUrl"], IdsOf(Topology.Queues)),
        RoleSection.Allow("LookAtLetters", "sqs", ["ChangeMessageVisibility", "ReceiveMessage"], IdsOf(DeadLetterQueues)),
        RoleSection.Allow("ListExecutions", ["states:ListExecutions"], Fn.Ref(StateMachineSection.MachineId)),
        RoleSection.Allow("LookAtExecutions", ["states:DescribeExecution", "states:GetExecutionHistory"], Fn.Sub(
            $"arn:${{AWS::Partition}}:states:${{AWS::Region}}:${{AWS::AccountId}}:execution:${{{Parameters.Prefix}}}{Topology.OrderWorkflow.Name}:*")),
        RoleSection.Allow("LookAtRules", ["events:DescribeRule", "events:ListTargetsByRule"], Fn.Sub($"{Events}:rule/*")),   // those of others too
        RoleSection.Allow("List", ["events:ListRules", "states:ListStateMachines"], "*"),
    ];

    /// <summary>The same; it steers queues, sends dead letters back, deletes them, and says so on the bus.</summary>
    public static IEnumerable<JsonObject> Acting() =>
    [
        .. Looking(),
        RoleSection.Allow("Steer", "dynamodb", ["UpdateItem"], LogicalId.Table(Topology.FleetTable)),
        RoleSection.Allow("TakeLettersAway", "sqs", ["DeleteMessage"], IdsOf(DeadLetterQueues)),
        RoleSection.Allow("SendLettersBack", "sqs", ["SendMessage"], IdsOf(Topology.Queues.Where(queue => queue.Redrive is not null))),
        RoleSection.Allow("LookAtTheBus", "events", ["DescribeEventBus"], LogicalId.Bus),
        Replay(),
        Tell(),
    ];

    /// <summary>An archive and its replays have no resource of the template's whose ARN would do: the names are in the ARNs.</summary>
    private static JsonObject Replay() => RoleSection.Allow(
        "Replay",
        ["events:CancelReplay", "events:DescribeArchive", "events:DescribeReplay", "events:DescribeRule", "events:StartReplay"],
        new JsonArray(Fn.Sub($"{Events}:archive/*"), Fn.Sub($"{Events}:replay/*"), Fn.Sub($"{Events}:rule/*")));

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
