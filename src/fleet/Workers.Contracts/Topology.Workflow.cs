using Workers.Contracts.Resources;
using Workers.Contracts.Tables;
using Workers.Events;

namespace Workers.Contracts;

// The workflow worker: it hands the answers of others to the state machine, and tells when an execution has failed.
public static partial class Topology
{
    /// <summary>The workflow worker's queue: answers that carry a task token, and how executions end.</summary>
    public const string WorkflowQueue = "workflow-queue";

    /// <summary>What the workflow worker rejects.</summary>
    public const string WorkflowDlq = "workflow-dlq";

    /// <summary>Which execution leads which order.</summary>
    public const string OrderWorkflowsTable = "order-workflows";

    private const string NotOrchestrated =
        """{"metadata":{"fulfilment":[{"exists":false},{"anything-but":["orchestrated"]}]}}""";

    /// <summary>What the state machine asks of workers. Only its role may put these on the bus.</summary>
    public static IReadOnlyList<EventName> WorkflowRequests =>
    [
        EventNames.StockReservationRequested,
        EventNames.PaymentRequested,
        EventNames.ShipmentRequested,
        EventNames.StockReleaseRequested,
        EventNames.RefundRequested,
    ];

    /// <summary>The state machine that leads orchestrated orders.</summary>
    public static StateMachineDefinition OrderWorkflow => new("event-driven-workflow")
    {
        Timeout = TimeSpan.FromMinutes(5),
        Puts = [EventNames.OrderPlaced, .. WorkflowRequests],
        Tables = [new(OrderWorkflowsTable, "PutItem"), new(OrdersTable, "GetItem")],
    };

    private static TopologyPart Workflow() => new(
        new("workflow")
        {
            Consumes = new(WorkerQueue(WorkflowQueue, WorkflowDlq, visibilitySeconds: 60)),
            BusActions = ["PutEvents"],
            ExecutionActions = ["DescribeExecution", "StopExecution"],
            TaskActions = ["SendTaskFailure", "SendTaskSuccess"],
            Emits = [EventNames.WorkflowFailed],
            Tables = [new(IdempotencyTable, "UpdateItem"), new(OrderWorkflowsTable, "GetItem")],
        })
    {
        Rules =
        [
            new(
                "workflow-requests-inventory",
                new(EventNames.StockReservationRequested, EventNames.StockReleaseRequested),
                [InventoryQueue]),
            new("workflow-requests-payments", new(EventNames.PaymentRequested, EventNames.RefundRequested), [PaymentsQueue]),
            new("workflow-requests-shipping", new(EventNames.ShipmentRequested), [ShippingQueue]),
            new(
                "task-answers",
                new(EventNames.TaskAnswers) { Detail = """{"metadata":{"taskToken":[{"exists":true}]}}""" },
                [WorkflowQueue]),

            // Of the two, only Order Failed has a stage. An order that failed otherwise was failed by its execution, or by what that hears.
            new(
                "workflow-ends",
                new(EventNames.OrderCancellationDecided, EventNames.OrderFailed)
                {
                    Detail = """{"stage":[{"exists":false},"Deadline"],"metadata":{"fulfilment":["orchestrated"]}}""",
                },
                [WorkflowQueue]),
            new("workflow-failed", new(EventNames.WorkflowFailed), [OrdersQueue]),
            new("workflow-events", new(EventNames.WorkflowTriggered), []) { Starts = OrderWorkflow },
            new(
                "workflow-status",
                new(EventNames.ExecutionStatusChanged) { Detail = """{"status":["FAILED","TIMED_OUT","ABORTED"]}""" },
                [WorkflowQueue])
            {
                IsOnDefaultBus = true,
                TellsOf = OrderWorkflow,
            },
        ],
        Tables =
        [
            new(OrderWorkflowsTable, OrderWorkflowColumns.OrderId),
        ],
    };
}
