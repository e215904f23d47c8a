using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Producer.Events;
using Workers.Producer.Http;

namespace Workers.Tests.Producer;

public sealed class WhenAnEventIsPosted(ProducerHost producer) : IClassFixture<ProducerHost>
{
    private static readonly object[] OneLaptop = [new { productId = "LAPTOP-001", quantity = 1 }];

    [Fact]
    public async Task An_order_gets_an_id_an_event_id_and_a_time()
    {
        var (status, body) = await producer.PostAsync(
            "/events", new { eventType = "OrderPlaced", customerId = "CUST-1", amount = 129.99m, items = OneLaptop });

        Assert.Equal(200, status);
        Assert.Matches("^ORD-[0-9]{8}-[0-9a-f]{12}$", (string?)body["orderId"]);
        Assert.Equal("OrderPlaced", (string?)body["eventType"]);
        Assert.Equal((string?)body["eventId"], (string?)producer.Bus.LastDetail["metadata"]!["eventId"]);
        Assert.True(JsonNode.DeepEquals(producer.Bus.LastDetail, body["detail"]));
        Assert.NotNull(producer.Bus.LastDetail["timestamp"]);
    }

    [Fact]
    public async Task A_foreign_shape_is_published_as_it_is()
    {
        var detail = new
        {
            order_id = "ORD-001",
            customer_id = "CUST-001",
            items = new[] { new { item_id = "LAPTOP-001", quantity = 2, price = 29.99m } },
            total = 59.98m,
            timestamp = "2024-01-15T10:00:00Z",
        };

        var (status, body) = await producer.PostAsync(
            "/events", new Dictionary<string, object> { ["detail-type"] = "Order Created", ["detail"] = detail });

        Assert.Equal((200, "ORD-001"), (status, (string?)body["orderId"]));
        Assert.Equal("orders", producer.Bus.Taken[^1].Name.Source);
        Assert.Equal("LAPTOP-001", (string?)producer.Bus.LastDetail["items"]![0]!["item_id"]);
    }

    [Theory]
    [InlineData("analytics-event", """{"eventType":"purchase","userId":"USER-001","sessionId":"SESS-001","properties":{"orderValue":199.99,"currency":"USD"}}""")]
    [InlineData("notification-sent", """{"notificationId":"NOTIF-456","recipient":"user@example.com","channel":"email"}""")]
    public async Task What_everybody_may_state_is_published_as_it_is_and_as_the_gateways(string detailType, string detail)
    {
        var (status, body) = await producer.PostAsync(
            "/events", new Dictionary<string, object> { ["detail-type"] = detailType, ["detail"] = JsonNode.Parse(detail)! });

        Assert.Equal((200, detailType), (status, (string?)body["eventType"]));
        Assert.Equal(new("api-gateway", detailType), producer.Bus.Taken[^1].Name);
        var published = producer.Bus.LastDetail;
        published.Remove("metadata");
        Assert.Equal(detail, published.ToJsonString());
    }

    [Fact]
    public async Task Without_a_source_our_own_event_is_meant()
    {
        var detail = new { productId = "LAPTOP-001", currentStock = 5 };

        await producer.PostAsync(
            "/events", new Dictionary<string, object> { ["detail-type"] = "Inventory Updated", ["detail"] = detail });

        Assert.Equal("ecommerce.inventory", producer.Bus.Taken[^1].Name.Source);
    }

    [Fact]
    public async Task A_foreign_shape_keeps_the_ids_that_it_brings()
    {
        var order = new Dictionary<string, object>
        {
            ["detail-type"] = "OrderCreated",
            ["detail"] = new
            {
                eventId = "their-event",
                eventVersion = "1.0",
                correlationId = "their-chain",
                data = new { orderId = "ORD-THEIRS", userId = "CUST-1", items = OneLaptop, total = 5m },
            },
        };

        var (status, first) = await producer.PostAsync("/events", order);
        var (_, second) = await producer.PostAsync("/events", order);

        Assert.Equal((200, "their-event", "their-event"), (status, (string?)first["eventId"], (string?)second["eventId"]));
        Assert.Equal("their-chain", (string?)producer.Bus.LastDetail["metadata"]!["correlationId"]);
    }

    [Theory]
    [InlineData("""{"eventType":"Nonsense"}""", "eventType")]
    [InlineData("""{"eventType":7}""", "eventType")]
    [InlineData("""{"eventType":"OrderPlaced","detail-type":"Order Placed","detail":{}}""", "detail-type")]
    [InlineData("""{"detail-type":"Order Created","id":"E9","detail":{}}""", "id")]
    [InlineData("""{"detail-type":"Order Created","time":"2020-01-01T00:00:00Z","detail":{}}""", "time")]
    [InlineData("""{"eventType":"OrderPlaced","customerId":"C","amount":0.01,"items":[{"productId":"P","quantity":1,"price":100},{"productId":"Q","quantity":1}]}""", "amount")]
    [InlineData("""{}""", "eventType")]
    [InlineData("""{"eventType":"BehaviourRecorded","userId":"U","sessionId":"S"}""", "eventType")]
    [InlineData("""{"detail-type":"analytics-event","detail":{"eventType":"buy","sessionId":"S"}}""", "userId")]
    [InlineData("""{"detail-type":"analytics-event","detail":{"eventType":"buy","userId":"U","sessionId":"S","properties":{"orderValue":"5"}}}""", "properties.orderValue")]
    [InlineData("""{"detail-type":"Purchase Order Raised","detail":{}}""", "detail-type")]
    [InlineData("""{"eventType":"OrderPlaced","customerId":"C","amount":1,"items":[{"productId":"P","quantity":-1}]}""", "items[0].quantity")]
    [InlineData("""{"eventType":"OrderPlaced","customerId":"C","amount":1,"items":[]}""", "items")]
    [InlineData("""{"eventType":"OrderPlaced","customerId":"C","items":[{"productId":"P","quantity":1}]}""", "amount")]
    [InlineData("""{"eventType":"OrderPlaced","customerId":"C","items":[{"productId":"P","quantity":9e27,"price":9e27}]}""", "items")]
    [InlineData("""{"eventType":"OrderPlaced","customerId":"C","amount":5,"items":[{"productId":"P","quantity":2,"price":100}]}""", "amount")]
    [InlineData("""{"eventType":"OrderCancelled","orderId":"O","reason":"none","metadata":{"eventId":"mine"}}""", "metadata")]
    [InlineData("""{"detail-type":"Order Placed","detail":{"metadata":null}}""", "metadata")]
    [InlineData("""{"eventType":"InventoryUpdate","productId":"P"}""", "currentStock")]
    [InlineData("""{"detail-type":"Inventory Reserved","detail":{}}""", "detail-type")]
    [InlineData("""{"detail-type":"Order Placed","source":"orders","detail":{}}""", "source")]
    [InlineData("""{"detail-type":"Order Placed","detail":[]}""", "detail")]
    public async Task A_wrong_field_is_named(string body, string field)
    {
        var (status, problem) = await producer.PostAsync("/events", JsonNode.Parse(body)!);

        Assert.Equal(400, status);
        Assert.Contains(field, problem["errors"]!.AsObject().Select(error => error.Key));
    }

    [Theory]
    [InlineData("""{"eventType":"OrderPlaced",""", "application/json", 400)]
    [InlineData("""{"eventType":"OrderPlaced","eventType":"OrderPlaced"}""", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("null", "application/json", 400)]
    [InlineData("""{"eventType":"\ud800"}""", "application/json", 400)]
    [InlineData("""{"\udc00":1}""", "application/json", 400)]
    [InlineData("""{"eventType":"OrderCancelled","orderId":"1","reason":"half a character: \ud83d"}""", "application/json", 400)]
    [InlineData("", "application/json", 400)]
    [InlineData("eventType=OrderPlaced", "application/x-www-form-urlencoded", 415)]
    public async Task What_is_no_JSON_object_is_refused_with_problem_details(string body, string type, int expected)
    {
        using var content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type));

        using var response = await producer.Http.PostAsync("/events", content, TestContext.Current.CancellationToken);

        Assert.Equal(expected, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/events", "eventType")]
    [InlineData("/orders", "amount")]
    [InlineData("/inventory/P/restock", "quantity")]
    public async Task Without_a_body_the_missing_field_is_named(string path, string field)
    {
        using var response = await producer.Http.PostAsync(path, null, TestContext.Current.CancellationToken);

        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(field, problem!["errors"]!.AsObject().Select(error => error.Key));
    }

    [Theory]
    [InlineData("/orders/ORD-1/cancel", "POST", """{"orderId":"ORD-2"}""", "orderId")]
    [InlineData("/inventory/P", "PUT", """{"productId":"Q","currentStock":1}""", "productId")]
    [InlineData("/inventory/P", "PUT", """{"currentStock":1,"restock":1}""", "restock")]
    [InlineData("/inventory/P/restock", "POST", """{"quantity":1,"currentStock":1}""", "currentStock")]
    public async Task A_body_that_says_something_else_than_its_path_is_refused(string path, string method, string body, string field)
    {
        using var response = await producer.SendAsync(new(method), path, JsonNode.Parse(body)!);

        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(field, problem!["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task An_amount_that_is_the_sum_of_the_lines_is_taken()
    {
        var (status, _) = await producer.PostAsync(
            "/orders", new { customerId = "C", amount = 59.97m, items = new[] { new { productId = "P", quantity = 3, price = 19.99m } } });

        Assert.Equal(202, status);
    }

    [Fact]
    public async Task A_wrong_restock_is_told_in_the_caller_s_words()
    {
        var (status, problem) = await producer.PostAsync("/inventory/P/restock", new { quantity = 0 });

        Assert.Equal(400, status);
        Assert.Equal(["quantity"], problem["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task More_than_ninety_products_are_refused()
    {
        var items = Enumerable.Range(0, 91).Select(i => new { productId = $"P-{i}", quantity = 1 });

        var (status, _) = await producer.PostAsync("/orders", new { customerId = "C", amount = 1, items });

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task A_body_of_more_than_256_KB_is_refused()
    {
        var (status, _) = await producer.PostAsync("/events", new { eventType = "OrderPlaced", filler = new string('x', 256 * 1024) });

        Assert.Equal(413, status);
    }

    [Fact]
    public async Task A_configured_origin_may_ask_before_it_posts()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/orders");
        request.Headers.Add("Origin", "https://shop.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");

        using var response = await producer.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("https://shop.example", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public void Whatever_is_registered_may_be_posted_but_for_what_workers_alone_emit()
    {
        var registry = EventCatalog.Build();
        var events = new PostedEvents(registry);
        var mayNot = Topology.Deployables.SelectMany(deployable => deployable.Emits)
            .Concat([EventNames.HighValueOrder, EventNames.DeadlinePassed, EventNames.ExecutionEnded, EventNames.ExecutionStatusChanged])
            .Concat(Topology.WorkflowRequests)
            .ToHashSet();

        Assert.All(registry.Names.Select(EventSources.OrApiGateway), name =>
        {
            var body = new JsonObject { ["source"] = name.Source, ["detail-type"] = name.DetailType, ["detail"] = new JsonObject() };
            if (mayNot.Contains(name))
            {
                Assert.Throws<InvalidRequestException>(() => events.Read(body));
            }
            else
            {
                Assert.Equal(name, events.Read(body).Name);
            }
        });
    }

    [Fact]
    public async Task What_another_producer_says_in_metadata_stays_beside_ours()
    {
        var (status, body) = await producer.PostAsync("/events", JsonNode.Parse("""
            {"detail-type":"OrderCreated","detail":{"eventId":"meta-1","metadata":{"userId":"u-1"},
             "data":{"orderId":"ORD-META","userId":"CUST-1","items":[{"productId":"P","quantity":1}],"total":5}}}
            """)!);

        Assert.Equal((200, "meta-1"), (status, (string?)body["eventId"]));
        Assert.Equal("u-1", (string?)producer.Bus.LastDetail["metadata"]!["userId"]);
    }

    [Fact]
    public async Task An_amount_under_another_producer_s_name_is_not_replaced()
    {
        var (status, _) = await producer.PostAsync("/events", JsonNode.Parse("""
            {"detail-type":"Order Placed","detail":{"orderId":"ORD-S1","customerId":"CUST-1","totalAmount":5,
             "items":[{"productId":"P","quantity":1}],"shippingAddress":{"street":"1 Main St"}}}
            """)!);

        Assert.Equal(200, status);
        Assert.Equal(5, (int)producer.Bus.LastDetail["amount"]!);
    }

    [Theory]
    [InlineData("identity", 202)]
    [InlineData("gzip", 415)]
    public async Task An_encoded_body_is_refused_as_such(string encoding, int expected)
    {
        using var content = new StringContent("""{"currentStock":5}""", System.Text.Encoding.UTF8, "application/json");
        content.Headers.ContentEncoding.Add(encoding);

        using var response = await producer.Http.PutAsync("/inventory/ENCODED", content, TestContext.Current.CancellationToken);

        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_refused()
    {
        using var content = new ByteArrayContent([.. "{\"currentStock\":5,\"name\":\"caf"u8, 0xE9, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");

        using var response = await producer.Http.PutAsync("/inventory/LATIN", content, TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)response.StatusCode);
    }
}
