using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.EventBridge.Model;

namespace Workers.Local.Demo;

/// <summary>Events as producers other than ours put them on the bus.</summary>
internal static class DemoEvents
{
    public const int RestockedUnits = 5;

    /// <summary>Our own event, with an event id of the producer's making.</summary>
    public static PutEventsRequestEntry OrderPlaced(DemoOrder order, DateTimeOffset at) =>
        Entry("ecommerce.orders", "Order Placed", new
        {
            orderId = order.OrderId,
            customerId = order.CustomerId,
            amount = order.Amount,
            shippingAddress = order.ShippingAddress,
            items = order.Lines.Select(line => new { productId = line.ProductId, quantity = line.Quantity }),
            timestamp = at,
            metadata = new { eventId = Guid.CreateVersion7(at) },
        });

    /// <summary>An entry as a queue holds it.</summary>
    public static string EnvelopeOf(PutEventsRequestEntry entry, DateTimeOffset at) => new JsonObject
    {
        ["version"] = "0",
        ["id"] = Guid.CreateVersion7(at).ToString(),
        ["source"] = entry.Source,
        ["detail-type"] = entry.DetailType,
        ["time"] = at.UtcDateTime,
        ["detail"] = JsonNode.Parse(entry.Detail),
    }.ToJsonString();

    /// <summary>What a visitor does: they look at something, and buy it where they pay.</summary>
    public static IReadOnlyList<PutEventsRequestEntry> Visit(int visitor, decimal? paid, DateTimeOffset at)
    {
        var (userId, sessionId) = ($"VISITOR-{visitor}", $"VISIT-{visitor}");
        var view = Entry(
            "web-shop", "analytics-event", new { eventType = "page_view", userId, sessionId, timestamp = at, properties = new { page = "/lamps" } });
        return paid is { } orderValue
            ? [view, Entry(
                "web-shop", "analytics-event", new { eventType = "purchase", userId, sessionId, timestamp = at, properties = new { orderValue, currency = "USD" } })]
            : [view];
    }

    /// <summary>One of each foreign shape.</summary>
    public static IReadOnlyList<PutEventsRequestEntry> Foreign(
        DemoOrder snakeCase,
        DemoOrder nested,
        DemoOrder named,
        string restocked,
        DateTimeOffset at) =>
    [
        Entry("orders", "Order Created", new
        {
            order_id = snakeCase.OrderId,
            customer_id = snakeCase.CustomerId,
            items = snakeCase.Lines.Select(line => new { item_id = line.ProductId, quantity = line.Quantity, price = 29.99 }),
            total = snakeCase.Amount,
            timestamp = at,
        }),
        Entry("order-service", "OrderCreated", new
        {
            eventId = Guid.CreateVersion7(at),
            eventVersion = "1.0",
            correlationId = Guid.CreateVersion7(at),
            data = new
            {
                orderId = nested.OrderId,
                userId = nested.CustomerId,
                items = nested.Lines.Select(line => new { productId = line.ProductId, quantity = line.Quantity }),
                total = nested.Amount,
            },
        }),
        Entry("api-gateway", "order-created", new
        {
            orderId = named.OrderId,
            customerId = named.CustomerId,
            amount = named.Amount,
            items = named.Lines.Select(line => line.ProductId),
        }),
        Entry("inventory", "Inventory Updated", new
        {
            item_id = restocked,
            quantity = RestockedUnits,
            action = "restock",
            timestamp = at,
        }),
    ];

    private static PutEventsRequestEntry Entry<TDetail>(string source, string detailType, TDetail detail) => new()
    {
        Source = source,
        DetailType = detailType,
        Detail = JsonSerializer.Serialize(detail),
    };
}
