using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Workflow;

[Collection(typeof(WorkflowSpecs))]
public sealed class WhenTheStateMachineLeadsAnOrder
{
    private readonly WorkflowFleet _workflow;

    public WhenTheStateMachineLeadsAnOrder(WorkflowFleet workflow)
    {
        workflow.Fleet.RequireTransactions();
        _workflow = workflow;
    }

    [Fact]
    public async Task It_is_charged_and_shipped_once_and_its_customer_is_told_of_every_step()
    {
        var order = await _workflow.StockedAsync("ORD-LED");

        await order.PlaceForTheStateMachineAsync();

        await order.BecomesAsync("Completed");
        Assert.Equal("orchestrated", (string?)(await order.ReadAsync())["fulfilment"]);
        await order.UnitsAreShippedAsync();
        await order.MoneyIsAsync("Charge 25");
        await order.MailsAreAsync("order-confirmed", "order-paid", "order-received", "order-shipped");
        await order.IsListedAsync("Completed");
        await order.DecisionsBecomeAsync("Order Recorded", "Order Paid", "Order Completed");
        await _workflow.ExecutionBecomesAsync("ORD-LED", "SUCCEEDED");
    }

    [Fact]
    public async Task A_declined_payment_gives_its_units_back()
    {
        var order = await _workflow.StockedAsync("ORD-LED-DECLINED", "DECLINED-LED");

        await order.PlaceForTheStateMachineAsync();

        await order.BecomesAsync("Failed");
        await _workflow.ExecutionBecomesAsync("ORD-LED-DECLINED", "FAILED");
        Assert.Equal("PaymentDeclined", (await _workflow.ExecutionAsync("ORD-LED-DECLINED"))!.Error);
        Assert.Equal("Payment", await _workflow.Fleet.FailedStageOfAsync("ORD-LED-DECLINED"));
        await order.UnitsAreAvailableAsync();
        await order.DecisionsBecomeAsync("Order Recorded", "Order Failed");
    }

    [Fact]
    public async Task Too_little_stock_fails_it_and_charges_nothing()
    {
        var order = await _workflow.StockedAsync("ORD-LED-SHORT");

        await order.PlaceForTheStateMachineAsync(units: 11);

        await order.BecomesAsync("Failed");
        await _workflow.ExecutionBecomesAsync("ORD-LED-SHORT", "FAILED");
        Assert.Equal("InsufficientStock", (await _workflow.ExecutionAsync("ORD-LED-SHORT"))!.Error);
        await order.UnitsAreAvailableAsync();
        await order.MoneyIsAsync();
    }

    [Fact]
    public async Task An_address_that_no_carrier_takes_refunds_it_and_gives_its_units_back()
    {
        var order = await _workflow.StockedAsync("ORD-LED-NOWHERE");

        await order.PlaceForTheStateMachineAsync("7 Nowhere Lane");

        await order.BecomesAsync("Failed");
        await _workflow.ExecutionBecomesAsync("ORD-LED-NOWHERE", "FAILED");
        Assert.Equal("ShippingFailed", (await _workflow.ExecutionAsync("ORD-LED-NOWHERE"))!.Error);
        await order.MoneyIsAsync("Charge 25", "Refund 25");
        await order.UnitsAreAvailableAsync();
        await order.DecisionsBecomeAsync("Order Recorded", "Order Paid", "Order Failed");
    }

    [Fact]
    public async Task One_that_is_cancelled_in_time_is_stopped_and_taken_back()
    {
        var order = await _workflow.StockedAsync("ORD-LED-CANCELLED");
        var payments = _workflow.Pause("Payments");
        await order.PlaceForTheStateMachineAsync();
        await order.BecomesAsync("Reserved");

        await order.CancelAsync();

        await order.BecomesAsync("Cancelled");
        await _workflow.ExecutionBecomesAsync("ORD-LED-CANCELLED", "ABORTED");
        payments.Resume();
        await order.UnitsAreAvailableAsync();
        await _workflow.NothingStaysChargedAsync("ORD-LED-CANCELLED");
        await order.DecisionsBecomeAsync("Order Recorded", "Order Cancellation Decided");
    }

    [Fact]
    public async Task One_whose_execution_somebody_stops_is_taken_back()
    {
        var order = await _workflow.StockedAsync("ORD-LED-STOPPED");
        var payments = _workflow.Pause("Payments");
        await order.PlaceForTheStateMachineAsync();
        await order.BecomesAsync("Reserved");

        await _workflow.StopExecutionAsync("ORD-LED-STOPPED");

        await order.BecomesAsync("Failed");
        payments.Resume();
        await order.UnitsAreAvailableAsync();
        await _workflow.NothingStaysChargedAsync("ORD-LED-STOPPED");
        await order.DecisionsBecomeAsync("Order Recorded", "Order Failed");
    }

    [Fact]
    public async Task A_worker_that_was_down_for_longer_than_a_step_may_take_is_asked_again_and_acts_once()
    {
        var order = await _workflow.StockedAsync("ORD-LED-LATE");
        var inventory = _workflow.Pause("Inventory");
        await order.PlaceForTheStateMachineAsync();

        await _workflow.AStepTimesOutAsync("ORD-LED-LATE");
        inventory.Resume();

        await order.BecomesAsync("Completed");
        await order.UnitsAreShippedAsync();
        await order.MoneyIsAsync("Charge 25");
        await _workflow.ExecutionBecomesAsync("ORD-LED-LATE", "SUCCEEDED");
    }

    [Fact]
    public async Task A_trigger_that_comes_twice_starts_it_once()
    {
        var order = await _workflow.StockedAsync("ORD-LED-TWICE");

        await _workflow.Fleet.PutEventAsync(
            "workflow",
            "Workflow Triggered",
            """
            {"workflow_id":"WF-TWICE","order_id":"ORD-LED-TWICE","timestamp":"2026-01-15T10:00:00Z",
             "order":{"orderId":"ORD-LED-TWICE","customerId":"CUST-ORD-LED-TWICE","amount":25,"shippingAddress":"5 Harbour Road, Seattle",
                      "items":[{"productId":"ORD-LED-TWICE-lamp","quantity":2}],"fulfilment":"orchestrated"}}
            """,
            copies: 2);

        await order.BecomesAsync("Completed");
        await order.UnitsAreShippedAsync();
        await order.MoneyIsAsync("Charge 25");
        await order.DecisionsBecomeAsync("Order Recorded", "Order Paid", "Order Completed");
        await _workflow.ExecutionBecomesAsync("ORD-LED-TWICE", "SUCCEEDED");
        Assert.Equal(["SUCCEEDED", "SUCCEEDED"], await _workflow.ExecutionsAsync("ORD-LED-TWICE"));
    }

    /// <summary>The three events of the stack, as its page puts them.</summary>
    [Fact]
    public async Task The_stacks_own_trigger_goes_along_with_the_order_that_it_names()
    {
        await _workflow.Fleet.PutEventAsync(
            "orders",
            "Order Created",
            """
            {"order_id":"ORD-001","customer_id":"CUST-001","items":[{"item_id":"ITEM-001","quantity":2,"price":29.99}],
             "total":59.98,"timestamp":"2024-01-15T10:00:00Z"}
            """);
        await _workflow.Fleet.PutEventAsync(
            "inventory",
            "Inventory Updated",
            """{"item_id":"ITEM-001","quantity":100,"action":"restock","timestamp":"2024-01-15T10:00:00Z"}""");
        await _workflow.Fleet.PutEventAsync(
            "workflow", "Workflow Triggered", """{"workflow_id":"WF-001","order_id":"ORD-001","timestamp":"2024-01-15T10:00:00Z"}""");

        await _workflow.Fleet.OrderBecomesAsync("ORD-001", "Failed");   // it was not stocked yet, or the stack knows no address
        await Eventually.TrueAsync(
            "the execution has ended", async () => (await _workflow.ExecutionAsync("ORD-001"))?.Status.Value is not (null or "RUNNING"));
        await _workflow.Fleet.StockBecomesAsync("ITEM-001", available: 100, reserved: 0, shipped: 0);
    }
}
