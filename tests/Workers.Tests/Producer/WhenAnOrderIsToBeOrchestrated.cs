using System.Text.Json.Nodes;
using Workers.Contracts;

namespace Workers.Tests.Producer;

public sealed class WhenAnOrderIsToBeOrchestrated(ProducerHost producer) : IClassFixture<ProducerHost>
{
    private static readonly object[] OneLaptop = [new { productId = "LAPTOP-001", quantity = 1, price = 10m }];

    [Fact]
    public async Task The_state_machine_is_handed_the_order_with_what_it_costs()
    {
        var (status, body) = await producer.PostAsync("/orders", Order("ORD-LED-1"));

        Assert.Equal((202, "ORD-LED-1"), (status, (string?)body["orderId"]));
        Assert.Equal(EventNames.WorkflowTriggered, producer.Bus.Taken[^1].Name);
        var detail = producer.Bus.LastDetail;
        Assert.Equal("ORD-LED-1", (string?)detail["order_id"]);
        Assert.Equal((string?)body["eventId"], (string?)detail["workflow_id"]);
        Assert.Equal((string?)body["eventId"], (string?)detail["metadata"]!["eventId"]);
        Assert.Equal(("ORD-LED-1", "orchestrated", "1 Main Street"), TextsOf(detail["order"]!));
        Assert.Equal((decimal)detail["order"]!["subtotal"]! + (decimal)detail["order"]!["shipping"]!, (decimal)detail["order"]!["amount"]!);
    }

    [Fact]
    public async Task It_gets_an_id_where_it_has_none()
    {
        var (_, body) = await producer.PostAsync(
            "/orders", new { customerId = "CUST-1", items = OneLaptop, shippingAddress = "1 Main Street", fulfilment = "orchestrated" });

        Assert.Matches("^ORD-[0-9]{8}-[0-9a-f]{12}$", (string?)body["orderId"]);
        Assert.Equal((string?)body["orderId"], (string?)producer.Bus.LastDetail["order_id"]);
    }

    [Fact]
    public async Task A_repeat_under_a_key_is_the_same_event()
    {
        var (_, first) = await producer.PostAsync("/orders", Order("ORD-LED-2"), "led-key");
        var (status, second) = await producer.PostAsync("/orders", Order("ORD-LED-2"), "led-key");

        Assert.Equal(202, status);
        Assert.Equal((string?)first["eventId"], (string?)second["eventId"]);
    }

    [Theory]
    [InlineData("choreographed")]
    [InlineData(null)]
    public async Task Another_order_is_placed_as_ever(string? fulfilment)
    {
        var (status, _) = await producer.PostAsync("/orders", Order("ORD-FREE", fulfilment));

        Assert.Equal((202, EventNames.OrderPlaced), (status, producer.Bus.Taken[^1].Name));
    }

    [Theory]
    [InlineData("Orchestrated")]
    [InlineData("saga")]
    [InlineData("")]
    public async Task Any_other_word_is_refused_with_those_that_there_are(string fulfilment)
    {
        var (status, body) = await producer.PostAsync("/orders", Order("ORD-ODD", fulfilment));

        Assert.Equal(400, status);
        Assert.Equal("must be orchestrated or choreographed", (string?)body["errors"]!["fulfilment"]![0]);
    }

    [Fact]
    public async Task An_order_in_another_services_words_is_handed_over_in_ours()
    {
        var (status, _) = await producer.PostAsync(
            "/orders",
            new { orderId = "ORD-LED-3", customerId = "CUST-1", totalAmount = 10m, items = OneLaptop, fulfilment = "orchestrated" });

        Assert.Equal((202, EventNames.WorkflowTriggered), (status, producer.Bus.Taken[^1].Name));
        Assert.Equal(10m, (decimal)producer.Bus.LastDetail["order"]!["amount"]!);
    }

    [Fact]
    public async Task An_id_that_another_order_has_is_refused()
    {
        await producer.RecordAsync("ORD-TAKEN-LED", "CUST-2");

        var (status, _) = await producer.PostAsync("/orders", Order("ORD-TAKEN-LED"));

        Assert.Equal(409, status);
    }

    [Fact]
    public async Task The_bare_trigger_of_a_known_order_is_taken_as_it_stands()
    {
        var (status, body) = await producer.PostAsync("/events", JsonNode.Parse("""
            {"source":"workflow","detail-type":"Workflow Triggered",
             "detail":{"workflow_id":"WF-001","order_id":"ORD-001","timestamp":"2024-01-15T10:00:00Z"}}
            """)!);

        Assert.Equal((200, "ORD-001"), (status, (string?)body["orderId"]));
        Assert.Equal(EventNames.WorkflowTriggered, producer.Bus.Taken[^1].Name);
        Assert.Equal(("WF-001", "ORD-001"), ((string?)producer.Bus.LastDetail["workflow_id"], (string?)producer.Bus.LastDetail["order_id"]));
    }

    [Fact]
    public async Task A_bare_trigger_brings_no_order()
    {
        var (status, body) = await producer.PostAsync("/events", new Dictionary<string, object>
        {
            ["detail-type"] = "Workflow Triggered",
            ["detail"] = new { workflow_id = "WF-1", order_id = "ORD-9", order = new { orderId = "ORD-9", customerId = "CUST-1", amount = 10m, items = OneLaptop } },
        });

        Assert.Equal(400, status);
        Assert.StartsWith("must be absent", (string?)body["errors"]!["order"]![0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ecommerce.workflow", "Stock Reservation Requested")]
    [InlineData("ecommerce.workflow", "Payment Requested")]
    [InlineData("ecommerce.workflow", "Shipment Requested")]
    [InlineData("ecommerce.workflow", "Stock Release Requested")]
    [InlineData("ecommerce.workflow", "Refund Requested")]
    [InlineData("ecommerce.workflow", "Workflow Failed")]
    [InlineData("ecommerce.workflow", "Execution Ended")]
    [InlineData("ecommerce.inventory", "Nothing Released")]
    [InlineData("ecommerce.payments", "Nothing Refunded")]
    [InlineData("aws.states", "Step Functions Execution Status Change")]
    public async Task What_the_state_machine_and_its_worker_alone_say_is_refused(string source, string detailType)
    {
        var (status, _) = await producer.PostAsync("/events", new Dictionary<string, object>
        {
            ["source"] = source,
            ["detail-type"] = detailType,
            ["detail"] = new { orderId = "ORD-1", customerId = "CUST-1", amount = 1, items = OneLaptop, reason = "x" },
        });

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Nobody_says_from_outside_that_an_event_is_a_step_of_the_state_machine()
    {
        await producer.PostAsync("/events", JsonNode.Parse("""
            {"source":"orders","detail-type":"Order Created",
             "detail":{"order_id":"ORD-F","customer_id":"CUST-1","items":[{"item_id":"A","quantity":1,"price":1}],"total":1,
                       "metadata":{"taskToken":"AQ==","fulfilment":"orchestrated","tenant":"x"}}}
            """)!);

        var metadata = producer.Bus.LastDetail["metadata"]!;
        Assert.Equal((null, null, "x"), ((string?)metadata["taskToken"], (string?)metadata["fulfilment"], (string?)metadata["tenant"]));
    }

    private static (string? Id, string? Fulfilment, string? Address) TextsOf(JsonNode order) =>
        ((string?)order["orderId"], (string?)order["fulfilment"], (string?)order["shippingAddress"]);

    private static JsonObject Order(string orderId, string? fulfilment = "orchestrated")
    {
        var order = JsonNode.Parse(
            $$"""
            {"orderId":"{{orderId}}","customerId":"CUST-1","shippingAddress":"1 Main Street",
             "items":[{"productId":"LAPTOP-001","quantity":1,"price":10}]}
            """)!.AsObject();
        if (fulfilment is not null)
        {
            order["fulfilment"] = fulfilment;
        }

        return order;
    }
}
