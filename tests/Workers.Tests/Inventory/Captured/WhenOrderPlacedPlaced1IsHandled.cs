using Amazon.DynamoDBv2.Model;
using Workers.Effects.Decisions;
using Workers.Inventory;

namespace Workers.Tests.Inventory.Captured;

/// <summary>
/// Captured from the dead letters of inventory-queue with build 0.1.0+captured.
/// It was dead because: Failed at receive 5: a &lt; b
/// </summary>
public sealed class WhenOrderPlacedPlaced1IsHandled : IDisposable
{
    private const string Body = "{\"id\":\"e-1\",\"source\":\"ecommerce.orders\",\"detail-type\":\"Order Placed\",\"time\":\"2026-01-15T10:00:00Z\",\"detail\":{\"orderId\":\"ORD-1\",\"customerId\":\"C-1\",\"amount\":20,\"items\":[{\"productId\":\"LAMP-1\",\"quantity\":2,\"name\":\"A \\\"big\\\" lamp\"}],\"metadata\":{\"eventId\":\"placed-1\",\"eventVersion\":\"1.0\",\"correlationId\":\"placed-1\"}}}";

    private readonly HandlerTest _worker = new(builder => builder.AddInventoryQueue(), "Inventory");

    public WhenOrderPlacedPlaced1IsHandled()
    {
        _worker.Store[new("inventory", "productId", "LAMP-1")] = Item.Empty
            .With("available", new AttributeValue { N = "5" })
            .With("productId", new AttributeValue { S = "LAMP-1" })
            .With("reserved", new AttributeValue { N = "0" })
            .With("seen", new AttributeValue { M = new() { ["by"] = new AttributeValue { L = [new AttributeValue { S = "a\nb" }] } } })
            .With("threshold", new AttributeValue { N = "1" });
    }

    public void Dispose() => _worker.Dispose();

    [Fact]
    public void It_is_no_dead_letter()
    {
        _worker.ReceivesBody(Body);

        _worker.RunUntilQuiet();

        Assert.Empty(_worker.DeadLetters);
    }
}
