using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Provisioning.CloudFormation;
using static Workers.Provisioning.StateMachines.StateJson;

namespace Workers.Provisioning.StateMachines;

/// <summary>
/// The state machine that leads an orchestrated order: it claims the order, has it recorded and its stock reserved, charges and ships it.
/// What fails is undone, last step first. docs/workflow.md draws it, and says what each state waits for.
/// </summary>
/// <param name="nameOf">Makes the name of a bus or table of what the topology calls it.</param>
/// <param name="partition">AWS's partition, which stands in the ARNs of what a state calls.</param>
public sealed class OrderWorkflow(Func<string, string> nameOf, string partition)
{
    /// <summary>Where the definition stands in the repository.</summary>
    public const string Path = "infra/order-workflow.asl.json";

    /// <summary>The state that takes back what another did, by the other's name.</summary>
    public static IReadOnlyDictionary<string, string> Compensations { get; } = new Dictionary<string, string>
    {
        ["ReserveStock"] = "ReleaseStock",
        ["TakePayment"] = "RefundPayment",
    };

    /// <summary>How long it waits for an order that is not on record yet, and how often.</summary>
    private const int LookupWaitSeconds = 5;
    private const int MostLookups = 3;

    // With their retries, the states of the longest way take less than the execution may: WhenTheOrderWorkflowIsReckoned adds them up.
    private const int TableSeconds = 2;
    private const int RecordSeconds = 8;
    private const int StockSeconds = 8;
    private const int PaymentSeconds = 15;
    private const int ShipmentSeconds = 15;
    private const int RefundSeconds = 12;

    private readonly TaskStates _tasks = new(nameOf, partition);

    /// <summary>The definition with the topology's own names, as a file of the repository.</summary>
    public static string Export() => new OrderWorkflow(name => name, "aws").ToText();

    /// <summary>The definition as the text that Step Functions takes.</summary>
    public string ToText() => Definition().ToJsonString(TemplateYaml.EmbeddedJson) + "\n";

    private JsonObject Definition() => new()
    {
        ["Comment"] = "Leads an order: record it and reserve its stock, charge it, ship it; or take back what was done.",
        ["StartAt"] = "ClaimOrder",
        ["TimeoutSeconds"] = (int)Topology.OrderWorkflow.Timeout.TotalSeconds,
        ["States"] = new JsonObject
        {
            ["ClaimOrder"] = ClaimOrder(),
            ["ReadTrigger"] = ReadTrigger(),
            ["ReadOrder"] = ReadOrder(),
            ["FindOrder"] = FindOrder(),
            ["JudgeOrder"] = JudgeOrder(),
            ["WaitForOrder"] = WaitForOrder(),
            ["PrepareOrder"] = PrepareOrder(),
            ["TakePayment"] = TakePayment(),
            ["ShipOrder"] = ShipOrder(),
            ["OrderCompleted"] = Succeed("The order is shipped."),
            ["StockUnsettled"] = Unsettled("Nobody has said in time that the order is on record and its stock reserved.", next: "ReleaseStock"),
            ["PaymentUnsettled"] = Unsettled("Nobody has said in time whether the order is paid.", next: "RefundPayment"),
            ["RefundPayment"] = RefundPayment(),
            ["ReleaseStock"] = ReleaseStock(),
            ["OrderFailed"] = new JsonObject
            {
                ["Comment"] = "The order has failed, and all that was done for it is undone.",
                ["Type"] = "Fail",
                ["ErrorPath"] = "$.failure.Error",
                ["CausePath"] = "$.failure.Cause",
            },
            ["ShipmentUnsettled"] = Fail(
                "ShipmentUnsettled",
                "Nobody has said in time whether the carrier has the order. Nothing is undone: the shipping worker is asked."),
            ["NotUndone"] = Fail("CompensationFailed", "The order has failed, and nobody has said in time that it is undone."),
            ["OrderUnknown"] = Fail("OrderUnknown", "There is no such order on record."),
            ["LedByAnother"] = Succeed("Another execution leads the order: this one has done nothing."),
            ["OrderHasEnded"] = Succeed("The order has ended: there is nothing left to do."),
        },
    };

    // A rule cannot name an execution, so that a trigger that comes twice starts two. The row lets one of them go on.
    private JsonObject ClaimOrder() => _tasks.CallTable(
        "putItem",
        TableSeconds,
        new()
        {
            ["TableName"] = nameOf(Topology.OrderWorkflowsTable),
            ["Item"] = new JsonObject
            {
                [OrderWorkflowColumns.OrderId] = new JsonObject { ["S.$"] = "$.detail.order_id" },
                [OrderWorkflowColumns.ExecutionArn] = new JsonObject { ["S.$"] = "$$.Execution.Id" },
                [OrderWorkflowColumns.StartedAt] = new JsonObject { ["S.$"] = "$$.Execution.StartTime" },
            },
            ["ConditionExpression"] =
                $"attribute_not_exists({OrderWorkflowColumns.OrderId}) OR {OrderWorkflowColumns.ExecutionArn} = :own",
            ["ExpressionAttributeValues"] = new JsonObject { [":own"] = new JsonObject { ["S.$"] = "$$.Execution.Id" } },
        },
        resultPath: null,
        Catch("DynamoDB.ConditionalCheckFailedException", "LedByAnother")).Then("ReadTrigger");

    private static JsonObject ReadTrigger() => Choice(
        "Finds who the trigger is; one without metadata is known by its envelope.",
        [
            When(
                And(Present("$.detail.metadata.eventId"), Present("$.detail.metadata.correlationId")),
                next: "ReadOrder",
                assign: new() { ["causationId.$"] = "$.detail.metadata.eventId", ["correlationId.$"] = "$.detail.metadata.correlationId" }),
        ],
        next: "ReadOrder",
        assign: new() { ["causationId.$"] = "$.id", ["correlationId.$"] = "$.id" });

    private static JsonObject ReadOrder() => Choice(
        "A trigger brings a new order, or names one that is on record and that others lead.",
        [
            When(
                Present("$.detail.order"),
                next: "PrepareOrder",
                assign: new() { ["order.$"] = "$.detail.order", ["fulfilment"] = Fulfilment.Orchestrated }),
        ],
        next: "FindOrder",
        assign: new()
        {
            ["lookups"] = 1,
            ["fulfilment"] = Fulfilment.Choreographed,

            // A snapshot leaves out an amount of nothing.
            ["order"] = new JsonObject { ["amount"] = 0 },
        });

    private JsonObject FindOrder() => _tasks.CallTable(
        "getItem",
        TableSeconds,
        new()
        {
            ["TableName"] = nameOf(Topology.OrdersTable),
            ["Key"] = new JsonObject { [OrderColumns.OrderId] = new JsonObject { ["S.$"] = "$.detail.order_id" } },
            ["ConsistentRead"] = true,
        },
        resultPath: "$.found").Then("JudgeOrder");

    // While only facts about an order have come, its row has no status.
    private static JsonObject JudgeOrder()
    {
        const string Status = "$.found.Item.status.S";
        return Choice(
            "An order may come a little later than its trigger.",
            [
                When(And(Absent(Status), IsLess("$lookups", MostLookups)), next: "WaitForOrder"),
                When(Absent(Status), next: "OrderUnknown"),
                When(
                    Or(IsOrder(OrderStatus.Completed), IsOrder(OrderStatus.Failed), IsOrder(OrderStatus.Cancelled)),
                    next: "OrderHasEnded"),
            ],
            next: "PrepareOrder",
            assign: new() { ["order.$"] = "States.JsonMerge($order, States.StringToJson($.found.Item.snapshot.S), false)" });

        static JsonObject IsOrder(OrderStatus status) => IsText(Status, status.ToString());
    }

    private static JsonObject WaitForOrder() => new()
    {
        ["Type"] = "Wait",
        ["Seconds"] = LookupWaitSeconds,
        ["Assign"] = new JsonObject { ["lookups.$"] = "States.MathAdd($lookups, 1)" },
        ["Next"] = "FindOrder",
    };

    private JsonObject PrepareOrder() => new JsonObject
    {
        ["Type"] = "Parallel",
        ["Branches"] = new JsonArray(
            new JsonObject
            {
                ["StartAt"] = "IsOnRecord",
                ["States"] = new JsonObject
                {
                    ["IsOnRecord"] = Choice(
                        "What others lead was recorded by them.",
                        [When(IsText("$fulfilment", Fulfilment.Orchestrated), next: "RecordOrder")],
                        next: "OnRecord"),
                    ["RecordOrder"] = _tasks.Publish(EventNames.OrderPlaced, RecordSeconds, RequestDetail.OfOrder).AtTheEnd(),
                    ["OnRecord"] = Succeed("The order is on record."),
                },
            },
            new JsonObject
            {
                ["StartAt"] = "ReserveStock",
                ["States"] = new JsonObject
                {
                    ["ReserveStock"] = _tasks.Publish(
                        EventNames.StockReservationRequested,
                        StockSeconds,
                        RequestDetail.Of("orderId", "customerId", "items", "amount")).AtTheEnd(),
                },
            }),
        ["ResultPath"] = null,
        ["Catch"] = new JsonArray(
            Catch(WorkflowErrors.OrderRefused, "OrderFailed"),
            Catch(WorkflowErrors.InsufficientStock, "ReleaseStock"),
            Catch(AnyError, "StockUnsettled")),
    }.Then("TakePayment");

    private JsonObject TakePayment() => _tasks.Publish(
        EventNames.PaymentRequested,
        PaymentSeconds,
        RequestDetail.Of("orderId", "customerId", "amount"),
        Catch(WorkflowErrors.PaymentDeclined, "ReleaseStock"),
        Catch(AnyError, "PaymentUnsettled")).With("Assign", new JsonObject { ["paid.$"] = "$" }).Then("ShipOrder");

    // Nobody refunds what a carrier may have taken.
    private JsonObject ShipOrder() => _tasks.Publish(
        EventNames.ShipmentRequested,
        ShipmentSeconds,
        RequestDetail.OfPaidOrder,
        Catch(WorkflowErrors.ShippingFailed, "RefundPayment"),
        Catch(AnyError, "ShipmentUnsettled")).Then("OrderCompleted");

    private JsonObject RefundPayment() => _tasks.Publish(
        EventNames.RefundRequested, RefundSeconds, RequestDetail.OfUndoing, Catch(AnyError, "NotUndone")).Then("ReleaseStock");

    private JsonObject ReleaseStock() => _tasks.Publish(
        EventNames.StockReleaseRequested, StockSeconds, RequestDetail.OfUndoing, Catch(AnyError, "NotUndone")).Then("OrderFailed");

    // The outcome of a step that took too long is unknown, so that it is undone too. The history keeps the error of the step itself.
    private static JsonObject Unsettled(string cause, string next) => new()
    {
        ["Type"] = "Pass",
        ["Result"] = new JsonObject { ["Error"] = "StepUnsettled", ["Cause"] = cause },
        ["ResultPath"] = "$.failure",
        ["Next"] = next,
    };
}
