namespace Workers.Tests.Events;

/// <summary>Details as other producers send them.</summary>
internal static class ForeignDetails
{
    public const string OrderCreated =
        """
        {
          "order_id": "ORD-001", "customer_id": "CUST-001", "total": 59.98, "timestamp": "2024-01-15T10:00:00Z",
          "items": [{ "item_id": "LAPTOP-001", "quantity": 2, "price": 29.99 }]
        }
        """;

    public const string InventoryUpdated =
        """{ "item_id": "LAPTOP-001", "quantity": 20, "action": "restock", "timestamp": "2024-01-15T10:00:00Z" }""";

    public const string OrderService =
        """
        {
          "eventId": "evt-1", "eventVersion": "1.0", "correlationId": "corr-1",
          "data": {
            "orderId": "ORD-002", "userId": "CUST-002", "total": 19.99,
            "items": [{ "productId": "MOUSE-001", "quantity": 1, "price": 19.99 }]
          }
        }
        """;

    public const string ApiGateway =
        """{ "orderId": "ORD-003", "customerId": "CUST-003", "amount": 1029.97, "items": ["laptop", "mouse", "laptop"] }""";
}
