using Workers.Contracts;
using Workers.Events;

namespace Workers.Tests.Events;

/// <summary>Message bodies as EventBridge writes them.</summary>
internal static class Bodies
{
    public const string EnvelopeId = "7f0c3f0e-1c1d-4f5a-9d7e-3a1b2c3d4e5f";

    /// <summary>system.md §2's event.</summary>
    public const string OrderPlacedDetail =
        """
        {
          "orderId": "ORD-20260115-3f9a2b7c1d0e", "customerId": "CUST-001", "amount": 59.98,
          "items": [{ "productId": "LAPTOP-001", "quantity": 2, "price": 29.99 }],
          "timestamp": "2026-01-15T10:00:00Z",
          "metadata": {
            "eventId": "01970000-0000-7000-8000-000000000001", "eventVersion": "1.0",
            "correlationId": "01970000-0000-7000-8000-000000000002", "causationId": "01970000-0000-7000-8000-000000000003",
            "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
          }
        }
        """;

    public static string Envelope(EventName name, string detail) =>
        $$"""
        {
          "version": "0", "id": "{{EnvelopeId}}", "detail-type": "{{name.DetailType}}", "source": "{{name.Source}}",
          "account": "000000000000", "time": "2026-01-15T10:00:01Z", "region": "us-east-1", "resources": [],
          "detail": {{detail}}
        }
        """;

    /// <summary>What the high-value-orders rule's transformer makes of an Order Placed.</summary>
    public static string HighValueOrder(string detail) =>
        $$"""{"alertType":"HIGH_VALUE_ORDER","priority":"urgent","event":{{Envelope(EventNames.OrderPlaced, detail)}}}""";
}
