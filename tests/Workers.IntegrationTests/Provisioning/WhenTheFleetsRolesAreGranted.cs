using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Contracts;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;
using Workers.IntegrationTests.Orders;
using Workers.IntegrationTests.People;

namespace Workers.IntegrationTests.Provisioning;

/// <summary>Runs the fleet through all that it does, and compares what it called with what the exported roles allow.</summary>
public sealed class WhenTheFleetsRolesAreGranted : IAsyncLifetime
{
    // Called when a handler fails or a host is stopped in the middle of one: neither can be brought about in every worker from outside.
    private const string ShowAgain = "sqs:ChangeMessageVisibility";

    // Events of which each worker takes at least one, so that each has a redelivery.
    private static readonly (string Source, string DetailType, string Detail)[] Redelivered =
    [
        ("ecommerce.inventory", "Inventory Updated", """{"productId":"laptop","restock":1}"""),
        ("ecommerce.inventory", "Inventory Reserved",
            """
            {"orderId":"ORD-3","customerId":"CUST-1","amount":10,"items":[{"productId":"laptop","quantity":1}],
             "reservedAt":"2026-01-15T10:00:00Z"}
            """),
        ("ecommerce.orders", "Order Paid", OrderPaid),
        ("ecommerce.inventory", "Nothing Released",
            """{"orderId":"ORD-3","customerId":"CUST-1","reason":"nothing was reserved","metadata":{"taskToken":"none of ours"} }"""),
        ("ecommerce.customers", "User Registered", """{"customerId":"USER-2"}"""),
        ("ecommerce.customers", "Customer Registered",
            """{"customerId":"USER-1","registeredAt":"2026-01-15T10:00:00Z","remindAt":"2026-01-15T10:00:03Z"}"""),
        ("ecommerce.support", "Ticket Opened", """{"ticketId":"T-2","customerId":"USER-1","priority":"Low","subject":"Invoice"}"""),
        ("ecommerce.support", "Ticket Answered",
            """
            {"ticketId":"T-1","customerId":"USER-1","team":"senior","resolutionDueAt":"2026-01-15T10:00:00Z",
             "timestamp":"2026-01-15T10:00:00Z"}
            """),
    ];

    // Routes that read what no other does.
    private static readonly string[] Routes =
    [
        "/health/ready",
        "/inventory",
        "/analytics/summary",
        "/analytics/conversions",
        "/audit/customer%23CUST-1",
        "/orders/board",
        "/customers/CUST-1/orders",
        "/customers/USER-1",
        "/tickets",
    ];

    private const string OrderPaid =
        """
        {"orderId":"ORD-4","customerId":"CUST-1","amount":10,"paymentId":"PAY-4","items":[{"productId":"laptop","quantity":1}],
         "placedAt":"2026-01-15T10:00:00Z","timestamp":"2026-01-15T10:00:01Z","version":4}
        """;

    private readonly AwsEndpoint _endpoint;
    private readonly RunningFleet _fleet;
    private readonly CallRecorder _recorder;

    public WhenTheFleetsRolesAreGranted(AwsEndpoint endpoint)
    {
        _endpoint = endpoint;
        _recorder = new(() => _fleet!.Prefix);
        _fleet = new(endpoint) { OnBuilt = _recorder.Watch };
        _fleet.RequireTransactions();
    }

    public async ValueTask InitializeAsync()
    {
        _fleet.Settings["Workers:Shipping:Simulated:Delay"] = "00:00:08";   // time for a deadline to pass
        _fleet.Settings["Workers:Shipping:RequestPatience"] = "00:00:09";
        _fleet.Settings["Workers:Notification:Templates:order-received:0"] = "sns";
        foreach (var (key, value) in PeopleFleet.ShortWaits)
        {
            _fleet.Settings[key] = value;
        }

        await _fleet.InitializeAsync();
        await LookAfterPeopleAsync();
        await WatchVisitorsAsync();
        await TradeAsync();
    }

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public void Every_call_is_allowed_and_every_grant_is_used() => Assert.All(Topology.Deployables, deployable =>
    {
        var granted = RoleGrants.Of(deployable).ToList();
        var called = _recorder.CallsOf(deployable.Name).ToList();

        Assert.Equal([], called.Except(granted).Order());
        Assert.Equal([], granted.Except(called).Where(grant => !grant.StartsWith(ShowAgain, StringComparison.Ordinal)).Order());
    });

    [Fact]
    public void Every_worker_puts_on_the_bus_what_it_is_said_to_emit_and_nothing_else() => Assert.All(
        Topology.Workers, worker => Assert.Equal(worker.Emits.Select(name => $"{name}").Order(), _recorder.EventsOf(worker.Name).Select(name => $"{name}").Order()));

    private async Task TradeAsync()
    {
        await _fleet.StockAsync("laptop", 10);
        await _fleet.StockUnderAKeyAsync("laptop", 10);
        await CompleteAsync(new(_fleet, "ORD-1", "CUST-1"));
        await _fleet.PlaceAsync("ORD-2", "laptop", quantity: 11);
        await _fleet.OrderBecomesAsync("ORD-2", "Failed");
        await _fleet.PutEventAsync(
            "ecommerce.orders",
            "Order Placed",
            """{"orderId":"ORD-1","customerId":"OTHER","amount":1,"items":[{"productId":"laptop","quantity":1}]}""");
        await _fleet.PlaceAsync("ORD-DECLINED", "laptop", quantity: 10, customerId: "DECLINED");   // all there are: stock is low
        await _fleet.OrderBecomesAsync("ORD-DECLINED", "Failed");
        await _fleet.StockBecomesAsync("laptop", available: 10, reserved: 0, shipped: 0);
        await _fleet.PlaceAsync("ORD-HOMELESS", "laptop", shippingAddress: null);
        await _fleet.PlaceAsync("ORD-SLOW", "laptop", customerId: "SLOW");
        await _fleet.OrderBecomesAsync("ORD-SLOW", "Reserved");
        await _fleet.CancelAsync("ORD-SLOW", "SLOW");
        await Eventually.EqualAsync(
            ["CUST-1@customers.example", "SLOW@customers.example"], () => _fleet.NotificationsAsync("refund-issued"));
        await Eventually.TrueAsync("four failures are told", async () => (await _fleet.NotificationsAsync("order-failed")).Count == 4);
        await _fleet.StockBecomesAsync("laptop", available: 10, reserved: 0, shipped: 0);
        await OrchestrateAsync();
        foreach (var path in Routes)
        {
            Assert.True(await _fleet.FindAsync(path) is not null, path);
        }

        foreach (var queue in Topology.Queues.Where(queue => queue.Redrive is not null))
        {
            await _fleet.SendAsync(queue.Name, "not json");
            await Eventually.TrueAsync($"{queue.Name}'s poison is dead-lettered", async () => await DepthAsync(queue.Redrive!.DeadLetterQueue) == 1);
        }

        await RedeliverAsync();
    }

    /// <summary>
    /// Orders that the state machine leads: one is shipped, one declined, one cancelled; requests that find nothing to undo; and an execution
    /// of whose end the event does not say which order it led.
    /// </summary>
    private async Task OrchestrateAsync()
    {
        await LeadAsync(new(_fleet, "ORD-LED", "CUST-1"), "Completed");
        await LeadAsync(new(_fleet, "ORD-LED-DECLINED", "DECLINED"), "Failed");
        await LeadAsync(new(_fleet, "ORD-LED-SLOW", "SLOW"), "Reserved");
        await _fleet.CancelAsync("ORD-LED-SLOW", "SLOW");
        await _fleet.OrderBecomesAsync("ORD-LED-SLOW", "Cancelled");
        foreach (var detailType in (string[])["Stock Release Requested", "Refund Requested"])
        {
            await _fleet.PutEventAsync("ecommerce.workflow", detailType, """{"orderId":"ORD-NONE","customerId":"CUST-1","reason":"nobody knows it"}""");
        }

        await Eventually.TrueAsync("the execution is stopped", () => Task.FromResult(Has("workflow", "states:StopExecution")));
        await Eventually.TrueAsync("a failed execution is told", () => Task.FromResult(_recorder.EventsOf("workflow").Any()));
        var machines = await _endpoint.Clients.StepFunctions.ListStateMachinesAsync(new(), TestContext.Current.CancellationToken);
        var machine = machines.StateMachines.Single(one => one.Name == $"{_fleet.Prefix}event-driven-workflow").StateMachineArn;
        var listed = await _endpoint.Clients.StepFunctions.ListExecutionsAsync(
            new() { StateMachineArn = machine }, TestContext.Current.CancellationToken);
        await _fleet.SendAsync(
            Topology.WorkflowQueue,
            EnvelopeOf.Event(
                "aws.states",
                "Step Functions Execution Status Change",
                $$"""{"executionArn":"{{listed.Executions[0].ExecutionArn}}","status":"FAILED"}"""));
        await Eventually.TrueAsync("the execution is asked for its order", () => Task.FromResult(Has("workflow", "states:DescribeExecution")));
    }

    private static async Task LeadAsync(TrackedOrder order, string status)
    {
        await order.StockAsync();
        await order.PlaceForTheStateMachineAsync();
        await order.BecomesAsync(status);
    }

    private bool Has(string deployable, string action) =>
        _recorder.CallsOf(deployable).Any(call => call.StartsWith(action, StringComparison.Ordinal));

    /// <summary>A visitor who buys what they have looked at.</summary>
    private async Task WatchVisitorsAsync()
    {
        foreach (var eventType in (string[])["page_view", "purchase"])
        {
            await _fleet.PutEventAsync(
                "anybody", "analytics-event", $$$"""{"eventType":"{{{eventType}}}","userId":"USER-1","sessionId":"S-1","properties":{"orderValue":10}}""");
        }
    }

    /// <summary>A customer who is reminded, and a ticket that misses what was promised before it is answered and settled.</summary>
    private async Task LookAfterPeopleAsync()
    {
        await _fleet.PutEventAsync("anybody", "user-registered", """{"userId":"USER-1"}""");
        await _fleet.PutEventAsync(
            "anybody", "support-ticket", """{"ticketId":"T-1","customerId":"USER-1","priority":"urgent","subject":"Help"}""");
        await Eventually.TrueAsync("the customer is reminded", async () => (await _fleet.NotificationsAsync("first-order-reminder")).Count == 1);
        await Eventually.TrueAsync("both promises are missed", async () => (await _fleet.NotificationsAsync("ticket-escalated")).Count == 2);
        foreach (var verb in (string[])["answer", "resolve"])
        {
            using var response = await _fleet.Api.PostAsync($"/tickets/T-1/{verb}", content: null, TestContext.Current.CancellationToken);
            response.EnsureSuccessStatusCode();
            await Eventually.TrueAsync(
                $"the ticket knows of {verb}", async () => (await _fleet.FindAsync("/tickets/T-1"))![verb is "answer" ? "answer" : "resolution"] is not null);
        }

        await Eventually.TrueAsync("the settlement is told", async () => (await _fleet.NotificationsAsync("ticket-resolved")).Count == 1);
    }

    /// <summary>An order that is overdue, cancelled in vain, completed and delivered.</summary>
    private async Task CompleteAsync(TrackedOrder order)
    {
        await order.StockAsync();
        await order.PlaceAsync();
        await order.BecomesAsync("Paid");
        await order.PassShippingDeadlineAsync();
        await order.BecomesAsync("Completed");
        await _fleet.PutEventAsync("ecommerce.orders", "Order Cancelled", $$"""{"orderId":"{{order.OrderId}}","reason":"Too late"}""");
        await order.DecisionsBecomeAsync("Order Recorded", "Order Paid", "Shipment Overdue", "Order Completed", "Cancellation Refused");
        var completed = await order.ReadAsync();
        Assert.Equal("Completed", (string?)(await order.ReadAsync($"?version={completed["version"]}"))["status"]);
        var shipmentId = completed["shipment"]!["shipmentId"];
        using var delivered = await _fleet.Api.PostAsync(
            $"/shipments/{shipmentId}/delivered", content: null, TestContext.Current.CancellationToken);
        delivered.EnsureSuccessStatusCode();
        await Eventually.TrueAsync("it is delivered", async () => (await order.ReadAsync())["shipment"]!["deliveredAt"] is not null);
    }

    /// <summary>Of a redelivery the marker is read first, because its effect may have happened.</summary>
    private async Task RedeliverAsync()
    {
        await _fleet.StopAsync();
        foreach (var (source, detailType, detail) in Redelivered)
        {
            await _fleet.PutEventAsync(source, detailType, detail);
        }

        await _fleet.SendAsync(Topology.OrderDeadlinesQueue, EnvelopeOf.Event("ecommerce.orders", "Order Paid", OrderPaid));
        foreach (var queue in Topology.Consumptions.Select(consumes => consumes.Queue.Name))
        {
            var received = await _endpoint.Clients.Sqs.ReceiveMessageAsync(
                new ReceiveMessageRequest(await _fleet.QueueUrlAsync(queue)) { VisibilityTimeout = 0, WaitTimeSeconds = 20 },
                TestContext.Current.CancellationToken);
            Assert.True(
                received.Messages is { Count: > 0 }, $"{queue} gets none of {nameof(Redelivered)}: add an event that a rule sends there.");
        }

        await _fleet.StartAsync();
        await Eventually.TrueAsync("the restock is in", async () => await _fleet.StockOfAsync("laptop") == (11, 0, 0));
        foreach (var queue in Topology.Consumptions.Select(consumes => consumes.Queue.Name))
        {
            await Eventually.TrueAsync($"{queue} has nothing left", async () => await DepthAsync(queue) == 0);
        }

        await _fleet.StopAsync();   // with it, all that it was sent is handled
    }

    private async Task<int> DepthAsync(string queue) =>
        (await _endpoint.Clients.Sqs.GetQueueAttributesAsync(
            await _fleet.QueueUrlAsync(queue), [QueueAttributeName.ApproximateNumberOfMessages], TestContext.Current.CancellationToken))
        .ApproximateNumberOfMessages;
}
